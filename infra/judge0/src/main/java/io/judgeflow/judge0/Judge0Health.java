package io.judgeflow.judge0;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * The instances for {@code /actuator/health}. Out of service only when none is of use at all; no part of liveness, as a
 * restart would not bring them back.
 */
public final class Judge0Health implements HealthIndicator {

    private final Judge0Fleet fleet;
    private final Function<String, Map<String, Object>> more;

    /** @param more what the service itself knows of an instance, by its name */
    public Judge0Health(Judge0Fleet fleet, Function<String, Map<String, Object>> more) {
        this.fleet = fleet;
        this.more = more;
    }

    @Override
    public Health health() {
        var standings = fleet.standings();
        var health = standings.stream().allMatch(Standing::away) ? Health.outOfService() : Health.up();
        standings.forEach(standing -> health.withDetail(standing.instance(), details(standing)));
        return health.build();
    }

    private Map<String, Object> details(Standing standing) {
        var details = new LinkedHashMap<String, Object>();
        details.put("breaker", standing.breaker().name());
        if (standing.busyUntil() != null) {
            details.put("busyUntil", standing.busyUntil());
        }
        if (standing.ejectedUntil() != null) {
            details.put("ejectedUntil", standing.ejectedUntil());
        }
        if (standing.credentialsRefusedSince() != null) {
            details.put("credentialsRefusedSince", standing.credentialsRefusedSince());
        }
        details.putAll(more.apply(standing.instance()));
        return details;
    }
}
