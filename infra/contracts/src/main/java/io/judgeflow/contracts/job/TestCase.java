package io.judgeflow.contracts.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * One run of the program: what it reads and what it should print. A test is known by its position in the job, from 0.
 *
 * @param name shown to people; null when the test has none
 * @param stdin what the program reads; null for nothing
 * @param expectedOutput what it should print; null means that exit code 0 is enough
 * @param weight share of this test in the score, 0 or more, relative to the other tests; 1 when not given
 */
public record TestCase(
        @Nullable String name,
        @Nullable String stdin,
        @Nullable String expectedOutput,
        double weight) {

    public TestCase {
        if (!(weight >= 0 && Double.isFinite(weight))) {
            throw new IllegalArgumentException("weight must be 0 or more");
        }
    }

    @JsonCreator
    static TestCase of(
            @Nullable String name, @Nullable String stdin, @Nullable String expectedOutput, @Nullable Double weight) {
        return new TestCase(name, stdin, expectedOutput, weight == null ? 1 : weight);
    }
}
