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
 * @param checker compares the output in place of the job's checker; null for the job's
 */
public record TestCase(
        @Nullable String name,
        @Nullable String stdin,
        @Nullable String expectedOutput,
        double weight,
        @Nullable ChosenChecker checker) {

    public TestCase {
        if (!(weight >= 0 && Double.isFinite(weight))) {
            throw new IllegalArgumentException("weight must be 0 or more");
        }
    }

    /** One that is compared as the whole job is. */
    public TestCase(@Nullable String name, @Nullable String stdin, @Nullable String expectedOutput, double weight) {
        this(name, stdin, expectedOutput, weight, null);
    }

    @JsonCreator
    static TestCase of(
            @Nullable String name,
            @Nullable String stdin,
            @Nullable String expectedOutput,
            @Nullable Double weight,
            @Nullable ChosenChecker checker) {
        return new TestCase(name, stdin, expectedOutput, weight == null ? 1 : weight, checker);
    }
}
