package io.judgeflow.poller;

import java.time.Duration;

/**
 * How long runs of one kind take, from being accepted to being over: a mean that follows what is seen, and how far from
 * it runs usually end (the estimator of RFC 6298, with its gains).
 *
 * @param meanMillis weighted towards the latest
 * @param deviationMillis mean distance from the mean, weighted likewise
 */
record Expectation(double meanMillis, double deviationMillis) {

    /** In ms. So much later nobody minds, and a run that ends a little late is not asked about in vain. */
    private static final double SLACK = 50;

    private static final double MEAN_GAIN = 1 / 8.0;
    private static final double DEVIATION_GAIN = 1 / 4.0;

    /** After a single run: it may be far off. */
    static Expectation first(Duration took) {
        return new Expectation(took.toMillis(), took.toMillis() / 2.0);
    }

    /** After one more run. */
    Expectation with(Duration took) {
        var error = took.toMillis() - meanMillis;
        return new Expectation(
                meanMillis + MEAN_GAIN * error, deviationMillis + DEVIATION_GAIN * (Math.abs(error) - deviationMillis));
    }

    /**
     * When to ask for the first time, counted from being accepted: where runs differ much, when the shorter ones end, as
     * asking once more costs little and waiting for a run that is over is noticed; where they are alike, just after.
     */
    Duration worthAsking() {
        var early = Math.max(0, meanMillis - deviationMillis);
        return Duration.ofMillis(Math.round(early + Math.min(2 * deviationMillis, SLACK)));
    }
}
