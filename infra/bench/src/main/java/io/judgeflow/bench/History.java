package io.judgeflow.bench;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.event.RunOutput;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.event.TestResult;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Limits;
import io.judgeflow.contracts.job.Scoring;
import io.judgeflow.contracts.job.Status;
import io.judgeflow.contracts.job.TestCase;
import io.judgeflow.contracts.job.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Jobs as students write them: half a kilobyte of code, some output, a few tests; and the states they go through. */
public final class History {

    private static final Instant MORNING = Instant.parse("2026-11-23T08:00:00Z");
    private static final String CODE = "for line in range(int(input())):\n    print(line * 2)\n".repeat(10);

    private History() {}

    /** A job that nobody has seen before. */
    public static JobSubmitted job(int tests) {
        return new JobSubmitted(
                Schema.VERSION,
                new JobId(UUID.randomUUID()),
                "user-" + (int) (Math.random() * 1000),
                "python",
                CODE,
                Collections.nCopies(tests, new TestCase(null, "21", "42", 1)),
                Limits.NONE,
                Scoring.DEFAULT,
                MORNING);
    }

    /** So many states, of which the first brings the code and the last is the end. */
    public static List<JobResult> of(JobSubmitted job, int versions) {
        var states = new ArrayList<JobResult>();
        states.add(JobResult.queued(job).withCode(job.code()));
        while (states.size() < versions) {
            var last = states.size() + 1 == versions;
            states.add(next(states.getLast().withCode(null), last));
        }
        return states;
    }

    private static JobResult next(JobResult before, boolean last) {
        var output = new RunOutput("42\n".repeat(20 + (int) before.version()), null, null, null, 0.018, 3488);
        var tests =
                last ? before.tests().stream().map(test -> judged(test, output)).toList() : before.tests();
        var standing = last
                ? new JobResult.Standing(Status.DONE, 100, Verdict.ACCEPTED, output)
                : new JobResult.Standing(Status.RUNNING, null, null, output);
        return before.next(tests, standing, MORNING.plusSeconds(before.version()));
    }

    private static TestResult judged(TestResult test, RunOutput output) {
        var fact = new Progress.Judged(
                Schema.VERSION,
                new JobId(new UUID(0, 0)),
                test.test(),
                1,
                "judge:2358",
                Verdict.ACCEPTED,
                output,
                MORNING);
        return test.judged(new TestResult.Ruling(Verdict.ACCEPTED, 100, null), fact, output);
    }
}
