package io.judgeflow.testkit.judge0;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How the fake is configured; the counterpart of judge0.conf. May be exchanged while it runs.
 *
 * @param runTime how long a program runs that does not say
 * @param batching Judge0's ENABLE_BATCHED_SUBMISSIONS
 * @param maxBatchSize Judge0's MAX_SUBMISSION_BATCH_SIZE
 * @param maxQueueSize only reported: the fake has no workers to run out of
 * @param memoryLimit Judge0's MEMORY_LIMIT, in KiB; only reported
 * @param callbacks Judge0's ENABLE_CALLBACKS
 * @param token Judge0's AUTHN_TOKEN, expected in X-Auth-Token; empty for none
 * @param languages id to name
 * @param retained how many submissions are remembered; older ones are forgotten
 */
public record Setup(
        Duration runTime,
        boolean batching,
        int maxBatchSize,
        int maxQueueSize,
        int memoryLimit,
        boolean callbacks,
        String token,
        Map<Integer, String> languages,
        int retained) {

    /** Keeps the order of the languages. */
    public Setup {
        Objects.requireNonNull(runTime, "runTime");
        languages = new LinkedHashMap<>(languages);
    }

    /** Judge0 1.13.1 as it comes, programs run for 10 ms. */
    public static Setup standard() {
        return new Setup(Duration.ofMillis(10), true, 20, 100, 128_000, true, "", ActiveLanguages.ALL, 200_000);
    }

    /** The same with this run time. */
    public Setup withRunTime(Duration other) {
        return new Setup(
                other, batching, maxBatchSize, maxQueueSize, memoryLimit, callbacks, token, languages, retained);
    }

    /** The same with batches on or off. */
    public Setup withBatching(boolean on) {
        return new Setup(runTime, on, maxBatchSize, maxQueueSize, memoryLimit, callbacks, token, languages, retained);
    }

    /** The same with this batch limit. */
    public Setup withMaxBatchSize(int size) {
        return new Setup(runTime, batching, size, maxQueueSize, memoryLimit, callbacks, token, languages, retained);
    }

    /** The same with this memory limit, in KiB, for runs that name none. */
    public Setup withMemoryLimit(int kib) {
        return new Setup(runTime, batching, maxBatchSize, maxQueueSize, kib, callbacks, token, languages, retained);
    }

    /** The same with callbacks on or off. */
    public Setup withCallbacks(boolean on) {
        return new Setup(runTime, batching, maxBatchSize, maxQueueSize, memoryLimit, on, token, languages, retained);
    }

    /** The same asking for this token. */
    public Setup withToken(String secret) {
        return new Setup(
                runTime, batching, maxBatchSize, maxQueueSize, memoryLimit, callbacks, secret, languages, retained);
    }

    /** The same with these languages. */
    public Setup withLanguages(Map<Integer, String> others) {
        return new Setup(
                runTime, batching, maxBatchSize, maxQueueSize, memoryLimit, callbacks, token, others, retained);
    }

    /** The same remembering this many submissions. */
    public Setup withRetained(int submissions) {
        return new Setup(
                runTime, batching, maxBatchSize, maxQueueSize, memoryLimit, callbacks, token, languages, submissions);
    }

    List<Map<String, Object>> languageList() {
        return languages.entrySet().stream()
                .map(language -> Map.<String, Object>of("id", language.getKey(), "name", language.getValue()))
                .toList();
    }
}
