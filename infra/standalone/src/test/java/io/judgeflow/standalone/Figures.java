package io.judgeflow.standalone;

import java.util.List;
import java.util.Locale;

/**
 * What a load cost the judge, and what polling cost the user.
 *
 * @param jobs that finished
 * @param submitsPerJob requests that handed programs over, per job
 * @param asksPerJob requests that asked about tokens, per job
 * @param tokensPerJob how often a job was asked about
 * @param tokensPerAsk tokens in one request
 * @param p50 of the delay, ms
 * @param p99 of the delay, ms
 */
record Figures(
        int jobs,
        double submitsPerJob,
        double asksPerJob,
        double tokensPerJob,
        double tokensPerAsk,
        long p50,
        long p99) {

    /** What had happened at some moment. */
    record Count(int jobs, long submits, long asks, long tokens) {}

    static Figures between(Count before, Count after, List<Long> delays) {
        double jobs = after.jobs - before.jobs;
        double asks = after.asks - before.asks;
        double tokens = after.tokens - before.tokens;
        var sorted = delays.stream().sorted().toList();
        return new Figures(
                (int) jobs,
                (after.submits - before.submits) / jobs,
                asks / jobs,
                tokens / jobs,
                tokens / asks,
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 99 / 100));
    }

    double requestsPerJob() {
        return submitsPerJob + asksPerJob;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d jobs: %.2f requests per job (%.2f submits, %.2f asks); asked %.2f times, %.1f tokens per ask;"
                        + " delay p50 %d ms, p99 %d ms",
                jobs,
                requestsPerJob(),
                submitsPerJob,
                asksPerJob,
                tokensPerJob,
                tokensPerAsk,
                p50,
                p99);
    }
}
