package io.judgeflow.submitter;

import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.job.TestCase;
import io.judgeflow.judge0.Run;

/** One test of a job as Judge0 wants it. */
final class RunOf {

    private RunOf() {}

    /** @param languageId the language's id on the instance that gets the run */
    static Run test(JobSubmitted job, TestCase test, int languageId) {
        return new Run(
                languageId,
                job.code(),
                test.stdin(),
                test.expectedOutput(),
                job.limits().cpuTime(),
                job.limits().wallTime(),
                job.limits().memory(),
                null,
                false);
    }
}
