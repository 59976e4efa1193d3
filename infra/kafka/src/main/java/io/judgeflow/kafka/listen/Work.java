package io.judgeflow.kafka.listen;

import io.judgeflow.contracts.topic.Stage;
import io.judgeflow.kafka.header.TraceHeader;
import io.judgeflow.kafka.publish.DeadLetters;
import io.judgeflow.telemetry.trace.Hop;
import io.judgeflow.telemetry.trace.TraceParent;
import io.judgeflow.telemetry.trace.Tracing;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import reactor.util.retry.RetryBackoffSpec;

/**
 * Has a delivery handled, whatever it takes. While brokers are away it is tried again for ever; any other failure is
 * tried a few times and then put aside as a dead letter, so that the next record goes on.
 */
final class Work {

    private static final Logger LOG = LoggerFactory.getLogger(Work.class);
    private static final int TRIES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final DeadLetters deadLetters;
    private final Stage stage;
    private final Tracing tracing;

    Work(DeadLetters deadLetters, Stage stage, Tracing tracing) {
        this.deadLetters = deadLetters;
        this.stage = stage;
        this.tracing = tracing;
    }

    /** Completes when the delivery is dealt with; never fails. */
    Mono<Void> on(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Letter readable -> handle(readable);
            case Delivery.Poison poison -> putAside(poison, poison.reason());
        };
    }

    private Mono<Void> handle(Delivery.Letter delivery) {
        var work = Mono.defer(delivery.work())
                .retryWhen(forEver().filter(RetriableException.class::isInstance))
                .retryWhen(Retry.backoff(TRIES, FIRST_PAUSE));
        return traced(delivery.record(), work).onErrorResume(e -> {
            var cause = DeadLetters.reason(e.getCause() == null ? e : e.getCause());
            LOG.error("{} could not handle a record: {}", stage, cause);
            return putAside(delivery, "could not be handled: " + cause);
        });
    }

    /** In the trace of the record; all that follows from one that has none is in a trace of its own. */
    private Mono<Void> traced(ConsumerRecord<?, ?> record, Mono<Void> work) {
        return TraceHeader.of(record.headers())
                .map(trace -> tracing.follow(() -> hop(record), work)
                        .contextWrite(context -> context.put(TraceParent.class, trace)))
                .orElseGet(() -> tracing.begin(Optional.empty(), () -> hop(record), work));
    }

    private static Hop hop(ConsumerRecord<?, ?> record) {
        return new Hop(
                Hop.Kind.CONSUMER,
                "process " + record.topic(),
                Map.of(
                        "messaging.system",
                        "kafka",
                        "messaging.destination.name",
                        record.topic(),
                        "messaging.destination.partition.id",
                        String.valueOf(record.partition()),
                        "messaging.kafka.offset",
                        String.valueOf(record.offset())));
    }

    private Mono<Void> putAside(Delivery delivery, String reason) {
        return deadLetters.send(delivery.record(), stage, reason).retryWhen(forEver());
    }

    private static RetryBackoffSpec forEver() {
        return Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE).maxBackoff(LONGEST_PAUSE);
    }
}
