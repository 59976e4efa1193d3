package io.judgeflow.scorer.statistics;

/**
 * The record by which a job reached a milestone.
 *
 * @param offset in its source; -1 where no record was the cause but the time that had passed
 */
record Cause(Source source, long offset) {

    /** Where it came from; offsets of one say nothing about those of another. */
    enum Source {
        SUBMISSIONS,
        VERDICTS,
        TIME
    }
}
