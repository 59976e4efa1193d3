package io.judgeflow.contracts.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.judgeflow.contracts.job.Status;
import io.judgeflow.contracts.job.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Where one test of a job stands.
 *
 * @param test position in the job, from 0
 * @param points what its verdict is worth; null until there is one
 * @param attempt the attempt that counts, or the newest one; 0 before the first
 * @param instance the instance that ran it or has it; null before the first
 */
public record TestResult(
        int test,
        @Nullable String name,
        Status status,
        @Nullable Verdict verdict,
        @Nullable Integer points,
        double weight,
        int attempt,
        @Nullable String instance,
        @JsonUnwrapped RunOutput output) {}
