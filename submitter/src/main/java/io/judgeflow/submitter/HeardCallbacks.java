package io.judgeflow.submitter;

import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.kafka.KafkaSettings;
import io.judgeflow.kafka.tail.TopicTail;
import java.time.Clock;
import java.time.Duration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** Follows what pollers, of whatever process, tell of callbacks; only while there are any to be told of. */
@Component
final class HeardCallbacks {

    private final TopicTail tail;

    HeardCallbacks(
            ConsumerFactory<byte[], byte[]> consumers,
            KafkaSettings settings,
            Clock clock,
            TrustedCallbacks callbacks) {
        this.tail = new TopicTail(consumers, settings.prefix(), clock)
                .on(Topics.CALLBACKS, Duration.ZERO, callbacks::heard);
    }

    void start() {
        tail.start();
    }

    /** True once nothing that happens from now on is missed. */
    boolean following() {
        return tail.caughtUp();
    }

    void stop() {
        tail.stop();
    }
}
