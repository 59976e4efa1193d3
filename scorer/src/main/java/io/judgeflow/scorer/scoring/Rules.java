package io.judgeflow.scorer.scoring;

import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.event.RunOutput;
import io.judgeflow.contracts.event.TestResult;
import io.judgeflow.contracts.job.ChosenChecker;
import io.judgeflow.contracts.job.Scoring;
import io.judgeflow.contracts.job.TestCase;
import io.judgeflow.contracts.job.Verdict;
import io.judgeflow.scorer.checker.Expectation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a job is judged and scored, as far as it is still to be.
 *
 * @param expectations of the tests that a checker of ours judges and that have no verdict yet
 * @param memoryLimit in KiB; null for that of the instance
 */
record Rules(
        Scoring scoring,
        List<Expectation> expectations,
        @Nullable Integer memoryLimit) {

    /** Characters that the checkers of a job may expect in all: more would not fit into one record with its state. */
    private static final int MOST_EXPECTED = 1024 * 1024;

    /** Those of a job that asks for nothing. */
    static final Rules DEFAULT = new Rules(Scoring.DEFAULT, List.of(), null);

    Rules {
        expectations = List.copyOf(expectations);
    }

    /** The rules of a job about which there is no {@linkplain #complaint complaint}. */
    static Rules of(JobSubmitted job) {
        var expectations = new ArrayList<Expectation>();
        for (int i = 0; i < job.tests().size(); i++) {
            var test = job.tests().get(i);
            var checker = checker(job, test);
            if (checker != null && test.expectedOutput() != null) {
                expectations.add(new Expectation(i, checker, test.expectedOutput()));
            }
        }
        return new Rules(job.scoring(), expectations, job.limits().memory());
    }

    /** Why a job cannot be judged as it asks to be; empty when it can. */
    static Optional<String> complaint(JobSubmitted job) {
        for (var test : job.tests()) {
            var checker = checker(job, test);
            var complaint = checker == null ? Optional.<String>empty() : checker.complaint();
            if (complaint.isPresent()) {
                return Optional.of("the checker '" + checker + "' cannot be used: it " + complaint.get());
            }
        }
        var expected = of(job).expectations().stream()
                .mapToLong(expectation -> expectation.expected().length())
                .sum();
        return expected > MOST_EXPECTED
                ? Optional.of("the outputs that a checker expects have more than " + MOST_EXPECTED + " characters")
                : Optional.empty();
    }

    /** How a test came out by these rules, and the output that explains it. */
    Ruled rule(Progress.Judged fact) {
        var judge0 = fact.verdict() == Verdict.RUNTIME_ERROR && MemoryLimit.reached(fact.output(), memoryLimit)
                ? Verdict.MEMORY_LIMIT
                : fact.verdict();
        return expectations.stream()
                .filter(expectation -> expectation.test() == fact.test())
                .findFirst()
                .map(expectation -> ruled(expectation, expectation.judge(judge0, fact.output())))
                .orElseGet(() -> new Ruled(ruling(judge0, null), fact.output()));
    }

    private Ruled ruled(Expectation expectation, Expectation.Judged judged) {
        var checker = judged.ours() ? expectation.checker().name() : null;
        return new Ruled(ruling(judged.verdict(), checker), judged.output());
    }

    private TestResult.Ruling ruling(Verdict verdict, @Nullable String checker) {
        return new TestResult.Ruling(verdict, scoring.points().of(verdict), checker);
    }

    /** The same without what tests expect that have a verdict now. */
    Rules after(List<TestResult> tests) {
        var left = expectations.stream()
                .filter(expectation -> tests.get(expectation.test()).verdict() == null)
                .toList();
        return left.size() == expectations.size() ? this : new Rules(scoring, left, memoryLimit);
    }

    private static @Nullable ChosenChecker checker(JobSubmitted job, TestCase test) {
        return test.checker() == null ? job.checker() : test.checker();
    }

    /** A verdict, and the output that goes with it. */
    record Ruled(TestResult.Ruling ruling, RunOutput output) {}
}
