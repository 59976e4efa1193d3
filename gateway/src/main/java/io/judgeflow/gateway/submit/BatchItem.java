package io.judgeflow.gateway.submit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.gateway.problem.Problem;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/**
 * What became of one submission of a batch.
 *
 * @param jobId of the job that the brokers have; null when there is none
 * @param problem why there is none, as a request of its own would have been answered; null when there is a job
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BatchItem(@Nullable JobId jobId, @Nullable ProblemDetail problem) {

    static BatchItem accepted(JobId id) {
        return new BatchItem(id, null);
    }

    /** Why there is no job, where there is none. */
    ProblemDetail why() {
        return Objects.requireNonNull(problem);
    }

    static BatchItem refused(Problem why) {
        return new BatchItem(null, why.getBody());
    }
}
