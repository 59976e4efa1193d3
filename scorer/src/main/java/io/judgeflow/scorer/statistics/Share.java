package io.judgeflow.scorer.statistics;

import io.judgeflow.contracts.job.Verdict;
import java.util.Map;

/**
 * What one partition counted of one minute and language: a state and not a difference, so that telling it again changes
 * nothing.
 *
 * @param window the beginning of the minute, in ms since the epoch
 * @param partition whose jobs these are
 * @param runTime as {@link Spread#encoded}, as is the next
 * @param counted what is in it
 */
record Share(
        long window,
        String language,
        int partition,
        long submissions,
        Map<Verdict, Long> verdicts,
        String runTime,
        String queueTime,
        long fallbacks,
        Map<String, Long> instances,
        Counted counted) {

    /** Everything that was counted; it only grows. */
    long size() {
        return submissions
                + verdicts.values().stream().mapToLong(Long::longValue).sum();
    }
}
