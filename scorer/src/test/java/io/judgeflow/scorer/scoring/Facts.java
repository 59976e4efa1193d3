package io.judgeflow.scorer.scoring;

import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.event.RunOutput;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Limits;
import io.judgeflow.contracts.job.Scoring;
import io.judgeflow.contracts.job.TestCase;
import io.judgeflow.contracts.job.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.stream.DoubleStream;

/** A job and what can be known about it. */
final class Facts {

    static final JobId JOB = JobId.of("0193582c-7d40-7cc1-8c1e-5f0b8c1e7a51");
    static final Instant SUBMITTED = Instant.parse("2026-11-23T08:00:00Z");
    static final String CODE = "print(1)";

    private Facts() {}

    static JobSubmitted job(Scoring scoring, double... weights) {
        var tests = DoubleStream.of(weights)
                .mapToObj(weight -> new TestCase(null, null, "1", weight))
                .toList();
        return new JobSubmitted(Schema.VERSION, JOB, "ada", "python", CODE, tests, Limits.NONE, scoring, SUBMITTED);
    }

    static Progress dispatched(int attempt, Integer... tests) {
        return new Progress.Dispatched(Schema.VERSION, JOB, List.of(tests), attempt, "judge-a:2358", at(1));
    }

    static Progress processing(int test, int attempt) {
        return new Progress.Processing(Schema.VERSION, JOB, test, attempt, "judge-a:2358", at(2));
    }

    static Progress judged(int test, int attempt, Verdict verdict) {
        var output = new RunOutput("out " + test, null, null, null, 0.25 * (test + 1), 1000 * (test + 1));
        return new Progress.Judged(Schema.VERSION, JOB, test, attempt, "judge-a:2358", verdict, output, at(3));
    }

    static Progress refused(String message) {
        return new Progress.Refused(Schema.VERSION, JOB, 1, "judge-a:2358", message, at(1));
    }

    static Instant at(int seconds) {
        return SUBMITTED.plusSeconds(seconds);
    }
}
