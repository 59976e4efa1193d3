package io.judgeflow.gateway;

import io.judgeflow.kafka.tail.TopicTail;

/** Some of the topics that this service reads, and what each of them feeds. */
@FunctionalInterface
interface Followed {

    /** Before the tail starts. */
    void by(TopicTail tail);
}
