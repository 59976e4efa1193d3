package io.judgeflow.submitter;

import io.judgeflow.contracts.event.JobDeferred;
import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Origin;
import io.judgeflow.judge0.Wish;
import io.judgeflow.kafka.listen.Received;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Some tests of a job that an instance is wanted for, all at the same attempt.
 *
 * @param submittedAt when the job was accepted, by the brokers' clock and not by the one of whoever made it
 * @param tests positions in the job
 * @param deferrals how often no instance could take them
 * @param avoid the instance that failed the attempt before; null for none
 * @param keepTo the instance that asked to wait and come back; null for none
 */
record Errand(
        JobSubmitted job,
        Origin origin,
        Instant submittedAt,
        List<Integer> tests,
        int attempt,
        int deferrals,
        @Nullable String avoid,
        @Nullable String keepTo) {

    /** No schema can say which positions a job has. */
    Errand {
        tests = List.copyOf(tests);
        var size = job.tests().size();
        if (tests.stream().anyMatch(position -> position < 0 || position >= size)) {
            throw new IllegalArgumentException("tests are positions in the job, which has " + size);
        }
    }

    /** All tests of a new job. Where no clock is right, it is accepted now at the latest. */
    static Errand first(Received<JobId, JobSubmitted> received, Instant now) {
        var job = received.value();
        var written = received.writtenAt();
        return new Errand(
                job,
                received.origin(),
                written.isAfter(now) ? now : written,
                IntStream.range(0, job.tests().size()).boxed().toList(),
                1,
                0,
                null,
                null);
    }

    /** What was put off. It was accepted by now, or it would never be too old. */
    static Errand again(JobDeferred deferred, Instant now) {
        var submitted = deferred.submittedAt();
        return new Errand(
                deferred.job(),
                deferred.origin(),
                submitted.isAfter(now) ? now : submitted,
                deferred.tests(),
                deferred.attempt(),
                deferred.deferrals(),
                deferred.avoid(),
                deferred.keepTo());
    }

    /** The same for some of its tests only. */
    Errand only(List<Integer> some) {
        return new Errand(job, origin, submittedAt, some, attempt, deferrals, avoid, keepTo);
    }

    /** The same, kept to an instance; null to no one. */
    Errand keptTo(@Nullable String instance) {
        return new Errand(job, origin, submittedAt, tests, attempt, deferrals, avoid, instance);
    }

    Wish wish() {
        return new Wish(keepTo, avoid);
    }
}
