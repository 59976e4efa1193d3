package io.judgeflow.kafka.topic;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A topic as the brokers have it. */
sealed interface FoundTopic {

    /** They do not. */
    record Missing() implements FoundTopic {}

    /** They do not say whether they have it: whoever asks may not know. */
    record Hidden() implements FoundTopic {}

    /**
     * They have it.
     *
     * @param replicationFactor of the partition with the fewest replicas
     * @param configs every setting that is in force, wherever it is set; null where whoever asks may not know
     */
    record Present(
            int partitions, int replicationFactor, @Nullable Map<String, String> configs) implements FoundTopic {}
}
