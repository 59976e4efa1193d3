package io.judgeflow.submitter;

import io.judgeflow.contracts.event.JobDeferred;
import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.job.Origin;
import io.judgeflow.contracts.job.TestCase;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Some tests of a job that an instance is wanted for, all at the same attempt.
 *
 * @param tests positions in the job
 * @param deferrals how often no instance could take them
 * @param avoid the instance that failed the attempt before; null for none
 */
record Errand(
        JobSubmitted job,
        Origin origin,
        List<Integer> tests,
        int attempt,
        int deferrals,
        @Nullable String avoid) {

    /** All tests of a new job. */
    static Errand first(JobSubmitted job, Origin origin) {
        return new Errand(
                job, origin, IntStream.range(0, job.tests().size()).boxed().toList(), 1, 0, null);
    }

    /** What was put off. */
    static Errand again(JobDeferred deferred) {
        return new Errand(
                deferred.job(),
                deferred.origin(),
                deferred.tests(),
                deferred.attempt(),
                deferred.deferrals(),
                deferred.avoid());
    }

    /** The same for some of its tests only. */
    Errand only(List<Integer> some) {
        return new Errand(job, origin, some, attempt, deferrals, avoid);
    }

    List<TestCase> cases() {
        return tests.stream().map(job.tests()::get).toList();
    }
}
