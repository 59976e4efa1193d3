package io.judgeflow.scorer.scoring;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.event.RunOutput;
import io.judgeflow.contracts.event.TestResult;
import io.judgeflow.contracts.job.Status;
import io.judgeflow.contracts.job.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A state and a fact give the state that follows. Pure, idempotent and tolerant of order: the first verdict of a test
 * counts, whatever attempt it is from, and a terminal state never changes. The version rises when a reader would see a
 * difference, and only then.
 */
final class Fold {

    /**
     * Characters kept of the four texts of all tests of a job: with the deciding test's once more, and six bytes for the
     * worst of characters, a result stays below a record's largest size.
     */
    private static final int OUTPUT_BUDGET = 512 * 1024;

    private static final int TEXTS = 4;
    private static final int MOST_OUTPUT = 64 * 1024;
    private static final int LEAST_OUTPUT = 256;

    private Fold() {}

    /**
     * The states that follow, oldest first; empty when nothing changed. A test with a verdict has been running, even
     * where nobody saw it: no job goes from queued to done in one step.
     */
    static List<JobResult> steps(JobResult before, Rules rules, Progress fact) {
        var steps = new ArrayList<JobResult>();
        var state = before;
        if (fact instanceof Progress.Judged judged && before.status() == Status.QUEUED) {
            state = started(state, rules, judged);
            steps.add(state);
        }
        steps.add(apply(state, rules, fact));
        steps.removeIf(step -> step.equals(before));
        return List.copyOf(steps);
    }

    private static JobResult started(JobResult before, Rules rules, Progress.Judged fact) {
        var tests = update(before.tests(), fact.test(), test -> test.started(fact.instance(), fact.attempt(), null));
        return next(before, tests, rules, fact);
    }

    private static JobResult apply(JobResult before, Rules rules, Progress fact) {
        if (before.status().terminal()) {
            return before;
        }
        return switch (fact) {
            case Progress.Dispatched dispatched -> dispatched(before, rules, dispatched);
            case Progress.Processing p -> {
                var tests = update(before.tests(), p.test(), test -> test.started(p.instance(), p.attempt(), p.at()));
                yield next(before, tests, rules, fact);
            }
            case Progress.Judged judged -> next(before, judged(before.tests(), rules, judged), rules, fact);
            case Progress.Refused refused -> ended(before, Verdict.REFUSED, refused.message(), refused);
            case Progress.GaveUp gaveUp -> ended(before, Verdict.GAVE_UP, gaveUp.message(), gaveUp);
            case Progress.Cancelled cancelled ->
                ended(before, Verdict.CANCELLED, "cancelled before it was judged", cancelled);
        };
    }

    /** That a first attempt lies in an instance's queue is no news: it goes out with the next change. */
    private static JobResult dispatched(JobResult before, Rules rules, Progress.Dispatched fact) {
        var tests = before.tests();
        for (var position : fact.tests()) {
            tests = update(tests, position, test -> test.handedTo(fact.instance(), fact.attempt(), fact.at()));
        }
        if (fact.attempt() == 1 && !tests.equals(before.tests())) {
            return before.withTests(tests);
        }
        return next(before, tests, rules, fact);
    }

    /** Judged by all of the output, of which a part is kept. */
    private static List<TestResult> judged(List<TestResult> tests, Rules rules, Progress.Judged fact) {
        return update(tests, fact.test(), test -> {
            if (test.verdict() != null) {
                return test;
            }
            var ruled = rules.rule(fact);
            var output =
                    ruled.output().cut(Math.clamp(OUTPUT_BUDGET / TEXTS / tests.size(), LEAST_OUTPUT, MOST_OUTPUT));
            return test.judged(ruled.ruling(), fact, output);
        });
    }

    private static JobResult ended(JobResult before, Verdict verdict, String message, Progress fact) {
        var standing = new JobResult.Standing(Status.ERROR, before.score(), verdict, RunOutput.remark(message));
        var tests = before.tests().stream().map(test -> test.unjudged(verdict)).toList();
        return before.next(tests, standing, fact.at());
    }

    private static JobResult next(JobResult before, List<TestResult> tests, Rules rules, Progress fact) {
        return tests.equals(before.tests()) ? before : before.next(tests, Score.of(tests, rules.scoring()), fact.at());
    }

    /** The same list when the test does not change, or there is none at this position. */
    private static List<TestResult> update(List<TestResult> tests, int position, UnaryOperator<TestResult> change) {
        if (position < 0 || position >= tests.size()) {
            return tests;
        }
        var before = tests.get(position);
        var after = change.apply(before);
        return after.equals(before)
                ? tests
                : tests.stream()
                        .map(test -> test.test() == position ? after : test)
                        .toList();
    }
}
