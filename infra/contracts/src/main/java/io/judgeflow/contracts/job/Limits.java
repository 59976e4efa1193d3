package io.judgeflow.contracts.job;

import org.jspecify.annotations.Nullable;

/**
 * What a program may use. A null leaves the limit to the instance that runs it.
 *
 * @param cpuTime processor time in seconds
 * @param wallTime elapsed time in seconds
 * @param memory memory in KiB
 */
public record Limits(
        @Nullable Double cpuTime,
        @Nullable Double wallTime,
        @Nullable Integer memory) {

    /** Everything is left to the instance. */
    public static final Limits NONE = new Limits(null, null, null);
}
