package io.judgeflow.contracts.topic;

/** Who writes or reads a topic. */
public enum Stage {
    GATEWAY,
    PLATFORM_TEAM,
    SUBMITTER,
    POLLER,
    SCORER,
    SINK,
    ANALYST,
    OPERATOR
}
