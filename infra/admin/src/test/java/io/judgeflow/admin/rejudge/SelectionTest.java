package io.judgeflow.admin.rejudge;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Limits;
import io.judgeflow.contracts.job.ProblemId;
import io.judgeflow.contracts.job.Scoring;
import io.judgeflow.contracts.job.TestCase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class SelectionTest {

    private static final JobSubmitted JOB = new JobSubmitted(
            Schema.VERSION,
            JobId.of("0193582c-7d40-7cc1-8c1e-5f0b8c1e7a51"),
            "ann",
            "python",
            "print(1)",
            List.of(new TestCase(null, null, "1", 1)),
            Limits.NONE,
            Scoring.DEFAULT,
            Instant.EPOCH,
            null,
            new ProblemId("two-sum"),
            null);

    @ParameterizedTest
    @CsvSource({
        "true, --problem two-sum",
        "true, --problem other --problem two-sum",
        "false, --problem other",
        "true, --user ann --language Python",
        "false, --user ann --language c",
        "false, --user bob",
        "true, --job 0193582c-7d40-7cc1-8c1e-5f0b8c1e7a51",
        "false, --job 0193582c-7d40-7cc1-8c1e-5f0b8c1e7a52",
    })
    void takesWhatFitsEveryOptionByAnyOfItsValues(boolean taken, String options) {
        assertThat(selection(options).takes(JOB)).isEqualTo(taken);
    }

    @Test
    void takesNoRejudgingAndNothingOfNobodyForSomebody() {
        var anew = JOB.anew(JobId.derivedFrom("x"), JOB.tests(), JOB.problem(), Instant.EPOCH);
        assertThat(selection("--user ann").takes(anew)).isFalse();
        var nobodys = new JobSubmitted(
                Schema.VERSION,
                JOB.jobId(),
                null,
                "python",
                "",
                JOB.tests(),
                Limits.NONE,
                Scoring.DEFAULT,
                Instant.EPOCH);
        assertThat(selection("--user ann").takes(nobodys)).isFalse();
        assertThat(selection("--problem two-sum").takes(nobodys)).isFalse();
    }

    @Test
    void everyRunHasOneIdForEveryJobAndKnowsItsOwn() {
        var first = new RunName("first");
        var id = first.idOf(JOB.jobId());
        assertThat(id).isEqualTo(new RunName("first").idOf(JOB.jobId())).isNotEqualTo(JOB.jobId());
        assertThat(id.derived()).isTrue();
        assertThat(new RunName("second").idOf(JOB.jobId())).isNotEqualTo(id);
        assertThat(first.idOf(id)).isNotEqualTo(id);
        var anew = JOB.anew(id, JOB.tests(), JOB.problem(), Instant.EPOCH);
        assertThat(first.submitted(anew)).isTrue();
        assertThat(new RunName("second").submitted(anew)).isFalse();
        assertThat(first.submitted(JOB)).isFalse();
    }

    private static Selection selection(String options) {
        var whole = new Whole();
        new CommandLine(whole)
                .registerConverter(Instant.class, Instant::parse)
                .registerConverter(JobId.class, JobId::of)
                .registerConverter(ProblemId.class, ProblemId::of)
                .parseArgs(("--since 2026-11-27T12:00:00Z " + options).split(" "));
        return whole.selection;
    }

    @Command
    private static final class Whole {
        @Mixin
        private Selection selection = new Selection();
    }
}
