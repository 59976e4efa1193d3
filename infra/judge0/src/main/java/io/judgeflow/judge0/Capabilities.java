package io.judgeflow.judge0;

/**
 * What an instance allows, from its {@code /config_info}.
 *
 * @param batching whether {@code /submissions/batch} may be used
 * @param maxBatchSize most runs or tokens in one batch request
 * @param maxQueueSize most runs that may wait; a batch above it is refused as "queue is full" for ever
 * @param memoryLimit in KiB; what a run is limited to that names no limit
 * @param callbacks whether a run may name a callback URL; with one, a run is otherwise refused
 */
public record Capabilities(boolean batching, int maxBatchSize, int maxQueueSize, int memoryLimit, boolean callbacks) {

    /** What Judge0 1.13.1 allows when nothing is configured. */
    public static final Capabilities DEFAULTS = new Capabilities(true, 20, 100, 128_000, true);

    /** Rejects sizes that would never let a run through. */
    public Capabilities {
        if (maxBatchSize < 1 || maxQueueSize < 1) {
            throw new IllegalArgumentException("maxBatchSize and maxQueueSize must be at least 1");
        }
    }

    /** The most runs that one submit request may carry. */
    int runsPerRequest() {
        return batching ? Math.min(maxBatchSize, maxQueueSize) : 1;
    }
}
