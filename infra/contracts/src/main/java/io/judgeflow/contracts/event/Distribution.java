package io.judgeflow.contracts.event;

/**
 * How long something took, over many jobs. The quantiles are within one percent.
 *
 * @param count of how many jobs it is known
 * @param p50 ms, as are the next three
 * @param histogram an HdrHistogram of ms with 2 significant digits, encoded as version 2 and in base64: to be added to
 *     others, for other times and languages; empty when the count is 0
 */
public record Distribution(long count, long p50, long p90, long p99, long max, String histogram) {

    /** Of nothing. */
    public static final Distribution NONE = new Distribution(0, 0, 0, 0, 0, "");
}
