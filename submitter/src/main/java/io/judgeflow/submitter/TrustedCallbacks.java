package io.judgeflow.submitter;

import io.judgeflow.contracts.event.CallbackHeard;
import io.judgeflow.judge0.Judge0;
import io.judgeflow.judge0.Judge0Fleet;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Which instances' callbacks arrive, as far as trials of this process have shown: from the first that arrives until one
 * has not arrived by its end. Gauge {@code judgeflow.callback.trusted} per instance.
 */
@Component
final class TrustedCallbacks {

    private static final Logger LOG = LoggerFactory.getLogger(TrustedCallbacks.class);

    private final Map<String, Standing> byInstance = new LinkedHashMap<>();

    TrustedCallbacks(Judge0Fleet fleet, MeterRegistry meters) {
        fleet.instances().stream().map(Judge0::instance).forEach(instance -> {
            byInstance.put(instance, new Standing());
            Gauge.builder("judgeflow.callback.trusted", () -> from(instance) ? 1 : 0)
                    .description("whether an instance's callbacks arrive: then it is polled only as a safety net")
                    .tag("instance", instance)
                    .register(meters);
        });
    }

    /** Whether a run there may be left to its callback. */
    boolean from(String instance) {
        var standing = byInstance.get(instance);
        return standing != null && standing.trusted;
    }

    /** A trial begins. */
    void begin(String instance, UUID trial) {
        var standing = standing(instance);
        synchronized (standing) {
            standing.heard = false;
            standing.trial = trial;
        }
    }

    /** A trial has arrived, perhaps another process's, perhaps late. */
    void heard(CallbackHeard callback) {
        var standing = byInstance.get(callback.instance());
        if (standing == null) {
            return;
        }
        synchronized (standing) {
            if (callback.trial().equals(standing.trial)) {
                standing.heard = true;
                if (!standing.trusted) {
                    LOG.info("callbacks of {} arrive", callback.instance());
                }
                standing.trusted = true;
                standing.warned = false;
            }
        }
    }

    /** The trial ends: trust does too if it has not arrived. */
    void end(String instance) {
        var standing = standing(instance);
        synchronized (standing) {
            standing.trusted &= standing.heard;
        }
    }

    /** The trial should have arrived by now: says once when callbacks do not. */
    void due(String instance, String where) {
        var standing = standing(instance);
        synchronized (standing) {
            if (!standing.trusted && !standing.warned) {
                standing.warned = true;
                LOG.warn(
                        "callbacks of {} do not arrive: it has them switched off, or its workers do not reach {};"
                                + " it is polled as if there were none",
                        instance,
                        where);
            }
        }
    }

    private Standing standing(String instance) {
        var standing = byInstance.get(instance);
        if (standing == null) {
            throw new IllegalArgumentException(instance + " is not configured");
        }
        return standing;
    }

    private static final class Standing {
        private volatile boolean trusted;
        private boolean heard;
        private boolean warned;
        private UUID trial = new UUID(0, 0);
    }
}
