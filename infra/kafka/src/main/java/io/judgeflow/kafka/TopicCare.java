package io.judgeflow.kafka;

/** Who cares for the topics. */
public enum TopicCare {
    /** The services: what is missing is made at the start; what is there is left as it is. */
    CREATE,
    /** Operators: nothing is made or altered, and a service that cannot work with what is there does not start. */
    CHECK
}
