package io.judgeflow.scorer.sink;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.RunOutput;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Status;
import io.judgeflow.contracts.job.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Results as the scorer emits them: the code with the first version only. */
final class Results {

    static final String CODE = "print(1)";
    private static final Instant MORNING = Instant.parse("2026-11-23T08:00:00Z");

    private Results() {}

    static JobId someJob() {
        return new JobId(UUID.randomUUID());
    }

    static JobResult result(JobId job, long version, boolean last) {
        return result(job, "ann", version, last);
    }

    /** Of one kind of character, and so small on its way and large when it is read. */
    static JobResult large(JobId job, int characters) {
        var output = RunOutput.remark("x".repeat(characters));
        return result(job, 1, false).next(List.of(), new JobResult.Standing(Status.DONE, 0, null, output), MORNING);
    }

    /** No index of PostgreSQL takes a key this long, and it does not compress. */
    static JobResult withUserIdTooLongForAnIndex(JobId job) {
        var user =
                Stream.generate(UUID::randomUUID).limit(500).map(UUID::toString).collect(Collectors.joining());
        return result(job, user, 1, false);
    }

    private static JobResult result(JobId job, String user, long version, boolean last) {
        return new JobResult(
                Schema.VERSION,
                job,
                user,
                "python",
                version == 1 ? CODE : null,
                last ? Status.DONE : Status.RUNNING,
                last ? 100 : null,
                last ? Verdict.ACCEPTED : null,
                List.of(),
                new RunOutput("\u00e9 " + version, null, null, null, 0.5, 100),
                1,
                version,
                MORNING,
                MORNING.plusSeconds(version));
    }
}
