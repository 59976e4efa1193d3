package io.judgeflow.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.job.JobId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NewestTest {

    private final Results job = Results.ofSomeJob();

    @Test
    void keepsTheNewestVersionAndTheCodeOfTheFirst() {
        assertThat(Newest.of(List.of(job.queued("print(1)"), job.running(3), job.running(2))))
                .containsExactly(job.running(3).withCode("print(1)"));
    }

    @Test
    void takesTheCodeAlsoFromAnOlderResultThatComesLater() {
        assertThat(Newest.of(List.of(job.done(2), job.queued("print(1)"))))
                .containsExactly(job.done(2).withCode("print(1)"));
    }

    @Test
    void neverReplacesATerminalState() {
        assertThat(Newest.of(List.of(job.done(2), job.running(3)))).containsExactly(job.done(2));
    }

    @Test
    void sortsByJob() {
        var a = new Results(new JobId(new UUID(1, 0)), null, Results.MORNING);
        var b = new Results(new JobId(new UUID(2, 0)), null, Results.MORNING);

        assertThat(Newest.of(List.of(b.running(1), a.running(1))))
                .extracting(JobResult::jobId)
                .containsExactly(a.jobId(), b.jobId());
    }
}
