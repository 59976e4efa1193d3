package io.judgeflow.kafka.lag;

import static java.util.stream.Collectors.toMap;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How many records the groups of this service have not ended with: gauge {@code judgeflow.lag} with tags {@code group} and
 * {@code topic}, over all members, so that each of them tells the same. Of a topic that holds what waits for a time, that
 * is how much waits. Asked of the brokers every {@value #SECONDS} seconds; -1 until they have said.
 */
public final class LagMeter implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LagMeter.class);
    private static final int SECONDS = 10;

    private final Supplier<Admin> brokers;
    private final List<Consumption> consumptions;
    private final Map<Consumption, Map<String, AtomicLong>> lags = new HashMap<>();
    private @Nullable Admin admin;
    private @Nullable Disposable asking;

    /** @param brokers opens a connection, which is closed with this */
    public LagMeter(Supplier<Admin> brokers, List<Consumption> consumptions, MeterRegistry meters) {
        this.brokers = brokers;
        this.consumptions = List.copyOf(consumptions);
        for (var consumption : consumptions) {
            lags.put(
                    consumption,
                    consumption.topics().stream()
                            .collect(toMap(topic -> topic, topic -> gauge(meters, consumption.group(), topic))));
        }
    }

    private static AtomicLong gauge(MeterRegistry meters, String group, String topic) {
        var lag = new AtomicLong(-1);
        Gauge.builder("judgeflow.lag", lag, AtomicLong::get)
                .description("records that a group has not ended with, those that wait for a time included")
                .tag("group", group)
                .tag("topic", topic)
                .register(meters);
        return lag;
    }

    @Override
    public void start() {
        if (consumptions.isEmpty()) {
            return;
        }
        var opened = brokers.get();
        admin = opened;
        asking = Flux.interval(Duration.ZERO, Duration.ofSeconds(SECONDS))
                .onBackpressureDrop()
                .concatMap(tick -> Flux.fromIterable(consumptions).concatMap(each -> measured(opened, each)), 1)
                .subscribe();
    }

    private Mono<Void> measured(Admin opened, Consumption consumption) {
        return new Backlog(opened, consumption)
                .byTopic()
                .doOnNext(found -> lags.getOrDefault(consumption, Map.of())
                        .forEach((topic, lag) -> lag.set(found.getOrDefault(topic, 0L))))
                .then()
                .onErrorResume(e -> {
                    LOG.debug("the brokers do not say how far {} is: {}", consumption.group(), e.toString());
                    return Mono.empty();
                });
    }

    @Override
    public void stop() {
        if (asking != null) {
            asking.dispose();
            asking = null;
        }
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
            admin = null;
        }
    }

    @Override
    public boolean isRunning() {
        return asking != null;
    }
}
