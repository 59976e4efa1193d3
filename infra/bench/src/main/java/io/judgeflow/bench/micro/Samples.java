package io.judgeflow.bench.micro;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.event.PendingToken;
import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.event.RunOutput;
import io.judgeflow.contracts.event.RunTimes;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Limits;
import io.judgeflow.contracts.job.Origin;
import io.judgeflow.contracts.job.Scoring;
import io.judgeflow.contracts.job.Status;
import io.judgeflow.contracts.job.TestCase;
import io.judgeflow.contracts.job.Verdict;
import java.time.Instant;
import java.util.stream.IntStream;

/** A job of one or more tests, and what is told of it. */
public final class Samples {

    private static final JobId JOB = JobId.of("0193582c-7d40-7cc1-8c1e-5f0b8c1e7a51");
    private static final String INSTANCE = "judge-a:2358";
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00.123Z");
    private static final String CODE = "for line in range(int(input())):\n    print(line * line)\n".repeat(10);
    private static final String OUTPUT = "0\n1\n4\n9\n16\n25\n36\n49\n64\n81\n".repeat(10);

    private Samples() {}

    /** With so many tests. */
    public static JobSubmitted job(int tests) {
        var cases = IntStream.range(0, tests)
                .mapToObj(test -> new TestCase("test " + test, "100", OUTPUT, 1))
                .toList();
        return new JobSubmitted(
                Schema.VERSION, JOB, "somebody", "python", CODE, cases, Limits.NONE, Scoring.DEFAULT, NOW);
    }

    /** Of its first test. */
    public static PendingToken token() {
        return new PendingToken(
                Schema.VERSION,
                JOB,
                0,
                1,
                INSTANCE,
                "5f0b8c1e-7a51-4f0e-9a8c-2f3f6f0d4c11",
                new Origin(3, 4711),
                "python",
                NOW,
                1,
                NOW,
                null,
                false,
                NOW);
    }

    /** All tests at once. */
    public static Progress.Dispatched dispatched(int tests) {
        var all = IntStream.range(0, tests).boxed().toList();
        return new Progress.Dispatched(Schema.VERSION, JOB, all, 1, INSTANCE, NOW);
    }

    /** Accepted. */
    public static Progress.Judged judged(int test) {
        var output = new RunOutput(OUTPUT, null, null, null, 0.018, 3488);
        return new Progress.Judged(
                Schema.VERSION, JOB, test, 1, INSTANCE, Verdict.ACCEPTED, output, NOW, new RunTimes(NOW, 0.171, 0.024));
    }

    /** While its tests run. */
    public static JobResult result(int tests) {
        var queued = JobResult.queued(job(tests));
        var output = judged(0).output();
        var done = queued.tests().stream()
                .map(test -> test.started(INSTANCE, 1, NOW))
                .toList();
        return queued.next(done, new JobResult.Standing(Status.RUNNING, 100, null, output), NOW);
    }
}
