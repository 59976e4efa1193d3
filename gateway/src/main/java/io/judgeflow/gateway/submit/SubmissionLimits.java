package io.judgeflow.gateway.submit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The most that one submission may ask for.
 *
 * @param codeBytes of the code in UTF-8
 * @param tests of one job
 * @param inputBytes of all inputs and expected outputs together, in UTF-8
 * @param cpuTime seconds (Judge0 1.13.1: at most 15)
 * @param wallTime seconds (Judge0 1.13.1: at most 20)
 * @param memory KiB (Judge0 1.13.1: at most 512,000)
 * @param points that a verdict may be given
 */
@ConfigurationProperties("judgeflow.gateway.limits")
record SubmissionLimits(
        @DefaultValue("65536") int codeBytes,
        @DefaultValue("100") int tests,
        @DefaultValue("262144") int inputBytes,
        @DefaultValue("15") double cpuTime,
        @DefaultValue("20") double wallTime,
        @DefaultValue("512000") int memory,
        @DefaultValue("100") int points) {

    SubmissionLimits {
        if (codeBytes < 1 || tests < 1 || inputBytes < 0) {
            throw new IllegalArgumentException("a submission has at least one byte of code and one test");
        }
        if (!(cpuTime > 0) || !(wallTime >= 1) || memory < 2048) {
            throw new IllegalArgumentException("the largest limits are above 0 s, 1 s and 2048 KiB");
        }
        if (points < 0) {
            throw new IllegalArgumentException("points are 0 or more");
        }
    }
}
