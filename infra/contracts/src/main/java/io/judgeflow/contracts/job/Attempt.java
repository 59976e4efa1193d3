package io.judgeflow.contracts.job;

import java.util.Objects;

/**
 * One try at one test of a job.
 *
 * @param test position of the test in its job
 * @param number which try at this test, from 1
 * @param instance the Judge0 instance that it is made on: host and port
 */
public record Attempt(JobId jobId, int test, int number, String instance) {

    public Attempt {
        Objects.requireNonNull(jobId, "jobId is missing");
        Objects.requireNonNull(instance, "instance is missing");
    }
}
