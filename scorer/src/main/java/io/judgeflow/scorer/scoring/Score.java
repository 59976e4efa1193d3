package io.judgeflow.scorer.scoring;

import io.judgeflow.contracts.event.JobResult.Standing;
import io.judgeflow.contracts.event.RunOutput;
import io.judgeflow.contracts.event.TestResult;
import io.judgeflow.contracts.job.Scoring;
import io.judgeflow.contracts.job.Status;
import io.judgeflow.contracts.job.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What the tests of a job amount to. Pure. */
final class Score {

    private Score() {}

    /** Status, points, verdict and the output to show. */
    static Standing of(List<TestResult> tests, Scoring scoring) {
        var decisive = decisive(tests);
        var status = status(tests);
        return new Standing(
                status,
                decisive.isEmpty() ? null : points(tests, scoring),
                status == Status.DONE ? decisive.map(TestResult::verdict).orElse(null) : null,
                decisive.map(test -> shown(test.output(), tests)).orElse(RunOutput.NOTHING));
    }

    private static Status status(List<TestResult> tests) {
        if (tests.stream().allMatch(test -> test.status() == Status.DONE)) {
            return Status.DONE;
        }
        return tests.stream().allMatch(test -> test.status() == Status.QUEUED) ? Status.QUEUED : Status.RUNNING;
    }

    private static int points(List<TestResult> tests, Scoring scoring) {
        return switch (scoring.policy()) {
            case WEIGHTED -> weightedMean(tests);
            case ALL_OR_NOTHING ->
                tests.stream().allMatch(test -> test.verdict() == Verdict.ACCEPTED)
                        ? scoring.points().accepted()
                        : 0;
        };
    }

    /** A test without a verdict counts as 0, so that the score grows while tests finish. */
    private static int weightedMean(List<TestResult> tests) {
        var total = tests.stream().mapToDouble(TestResult::weight).sum();
        var weightless = total == 0;
        var points = tests.stream()
                .mapToDouble(test -> Objects.requireNonNullElse(test.points(), 0) * (weightless ? 1 : test.weight()))
                .sum();
        return (int) Math.round(points / (weightless ? tests.size() : total));
    }

    /** The test that decides: the first that is judged and not accepted, else the first that is judged. */
    private static Optional<TestResult> decisive(List<TestResult> tests) {
        return tests.stream()
                .filter(test -> test.verdict() != null && test.verdict() != Verdict.ACCEPTED)
                .findFirst()
                .or(() -> tests.stream().filter(test -> test.verdict() != null).findFirst());
    }

    private static RunOutput shown(RunOutput output, List<TestResult> tests) {
        return new RunOutput(
                output.stdout(),
                output.stderr(),
                output.compileOutput(),
                output.message(),
                tests.stream()
                        .map(test -> test.output().time())
                        .filter(Objects::nonNull)
                        .max(Double::compare)
                        .orElse(null),
                tests.stream()
                        .map(test -> test.output().memory())
                        .filter(Objects::nonNull)
                        .max(Integer::compare)
                        .orElse(null));
    }
}
