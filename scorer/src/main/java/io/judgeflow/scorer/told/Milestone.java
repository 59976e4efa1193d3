package io.judgeflow.scorer.told;

/** What is counted of a job. */
public enum Milestone {
    SUBMITTED,
    ENDED
}
