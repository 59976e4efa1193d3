package io.judgeflow.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.judgeflow.contracts.job.Status;
import io.judgeflow.contracts.job.TestCase;
import io.judgeflow.contracts.job.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where one test of a job stands.
 *
 * @param test position in the job, from 0
 * @param verdict null until there is one; the job's own where it ended before the test was judged
 * @param points what its verdict is worth; null until it is judged
 * @param attempt the attempt that counts, or the newest one; 0 before the first
 * @param instance the instance that ran it or has it; null before the first
 * @param checker the checker of ours that gave the verdict; null when Judge0 gave it
 * @param attempts what each attempt took, oldest first
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
        @Nullable String checker,
        @JsonUnwrapped RunOutput output,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<AttemptTimes> attempts) {

    /** A result that was written before there were times has none. */
    public TestResult {
        attempts = attempts == null ? List.of() : List.copyOf(attempts);
    }

    /** One of which no times are known, and whose verdict, if any, is Judge0's own. */
    public TestResult(
            int test,
            @Nullable String name,
            Status status,
            @Nullable Verdict verdict,
            @Nullable Integer points,
            double weight,
            int attempt,
            @Nullable String instance,
            RunOutput output) {
        this(test, name, status, verdict, points, weight, attempt, instance, null, output, List.of());
    }

    /** Nothing is known yet of the test at this position. */
    public static TestResult queued(int position, TestCase test) {
        return new TestResult(
                position, test.name(), Status.QUEUED, null, null, test.weight(), 0, null, RunOutput.NOTHING);
    }

    /** An instance has it; unchanged when it has a verdict or this attempt is not a newer one. */
    public TestResult handedTo(String instance, int attempt, Instant at) {
        return verdict != null || attempt <= this.attempt
                ? this
                : under(status, attempt, instance, times -> times.taken(at));
    }

    /**
     * It has started to run; unchanged when it has a verdict or runs already at this or a newer attempt.
     *
     * @param at null when nobody saw it
     */
    public TestResult started(String instance, int attempt, @Nullable Instant at) {
        var news = status == Status.QUEUED ? attempt >= this.attempt : attempt > this.attempt;
        return verdict != null || !news ? this : under(Status.RUNNING, attempt, instance, times -> times.started(at));
    }

    /** It has a verdict, whatever attempt it is from; unchanged when it had one before: the first one counts. */
    public TestResult judged(Ruling ruling, Progress.Judged fact, RunOutput output) {
        return verdict != null
                ? this
                : new TestResult(
                        test,
                        name,
                        Status.DONE,
                        ruling.verdict(),
                        ruling.points(),
                        weight,
                        fact.attempt(),
                        fact.instance(),
                        ruling.checker(),
                        output,
                        times(fact.attempt(), fact.instance(), times -> times.judged(fact.at(), fact.times())));
    }

    /** The job has ended without a verdict on it; unchanged when it has one. */
    public TestResult unjudged(Verdict why) {
        return verdict != null
                ? this
                : new TestResult(
                        test, name, Status.ERROR, why, null, weight, attempt, instance, null, output, attempts);
    }

    private TestResult under(Status status, int attempt, String instance, UnaryOperator<AttemptTimes> change) {
        var times = times(attempt, instance, change);
        return new TestResult(test, name, status, null, null, weight, attempt, instance, null, output, times);
    }

    private List<AttemptTimes> times(int attempt, String instance, UnaryOperator<AttemptTimes> change) {
        return AttemptTimes.in(attempts, attempt, instance, change);
    }

    /**
     * How a test came out, what that is worth, and who says so.
     *
     * @param checker the checker of ours that gave the verdict; null when Judge0 gave it
     */
    public record Ruling(
            Verdict verdict, int points, @Nullable String checker) {}
}
