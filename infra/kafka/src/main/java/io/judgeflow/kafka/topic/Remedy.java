package io.judgeflow.kafka.topic;

/** What an operator does about a difference. */
sealed interface Remedy {

    /** Makes the topic. */
    record Create(WantedTopic topic) implements Remedy {}

    /** Raises the number of partitions. */
    record Spread(int partitions) implements Remedy {}

    /** Sets a setting of the topic. */
    record Configure(String key, String value) implements Remedy {}

    /** Takes a setting off the topic, so that the brokers' own is in force. */
    record Unset(String key) implements Remedy {}

    /** Puts the topic on more brokers. */
    record Replicate(int replicationFactor) implements Remedy {}

    /** Lets the service's user look. */
    record Allow() implements Remedy {}
}
