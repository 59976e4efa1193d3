package io.judgeflow.judge0;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelOption;
import java.time.Clock;
import java.time.Duration;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** The one connection pool, and the stack of decorators in front of each instance. */
final class Connections implements AutoCloseable {

    /** Judge0's server closes idle connections after 20 s (Puma's default): a request sent just then would be lost. */
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final Judge0Settings settings;
    private final Clock clock;
    private final ConnectionProvider pool;
    private final HttpClient http;

    Connections(Judge0Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.pool = ConnectionProvider.builder("judge0")
                .maxConnections(settings.connections())
                .pendingAcquireMaxCount(settings.connections() * 4)
                .pendingAcquireTimeout(settings.timeout().dividedBy(2))
                .maxIdleTime(IDLE)
                .evictInBackground(IDLE.dividedBy(2))
                .build();
        // A POST that is repeated on its own after a reset would run a program twice.
        this.http = HttpClient.create(pool).disableRetry(true).option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                Math.min(settings.timeout().toMillis(), Integer.MAX_VALUE));
    }

    Member member(Instance instance, MeterRegistry meters) {
        var breaker = settings.breaker().forInstance(instance.name());
        var credentials = new Credentials(instance.name(), clock);
        var judge0 = judge0(instance, breaker, credentials, meters);
        return new Member(judge0, breaker::getState, credentials, settings, clock, meters);
    }

    private Judge0 judge0(Instance instance, CircuitBreaker breaker, Credentials credentials, MeterRegistry meters) {
        var name = instance.name();
        Gauge.builder("judgeflow.judge0.breaker", breaker, Connections::degree)
                .description("breaker of an instance: 0 closed, 0.5 half open, 1 open")
                .tag("instance", name)
                .register(meters);
        var plain =
                new HttpJudge0(name, new Endpoint(http, instance, settings.timeout(), clock), settings.outputLimit());
        return new GatheringJudge0(new MeteredJudge0(new ResilientJudge0(plain, breaker, credentials), meters));
    }

    @Override
    public void close() {
        pool.dispose();
    }

    private static double degree(CircuitBreaker breaker) {
        return switch (breaker.getState()) {
            case CLOSED, DISABLED, METRICS_ONLY -> 0;
            case HALF_OPEN -> 0.5;
            case OPEN, FORCED_OPEN -> 1;
        };
    }
}
