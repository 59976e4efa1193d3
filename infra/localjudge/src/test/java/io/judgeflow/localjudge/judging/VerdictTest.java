package io.judgeflow.localjudge.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.localjudge.sandbox.RunReport;
import io.judgeflow.localjudge.sandbox.RunReport.Ending;
import io.judgeflow.localjudge.submission.RawText;
import io.judgeflow.localjudge.submission.Status;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final RawText OUTPUT = RawText.of("1\n");

    @Test
    void aFailureWinsOverTheComparison() {
        assertThat(Verdict.of(report(Ending.EXITED, 1, 10), OUTPUT, OUTPUT).status())
                .isEqualTo(Status.NON_ZERO_EXIT);
        assertThat(Verdict.of(report(Ending.CPU_LIMIT, 0, 10), OUTPUT, OUTPUT).status())
                .isEqualTo(Status.TIME_LIMIT);
    }

    @Test
    void nothingExpectedIsAlwaysRight() {
        assertThat(Verdict.of(report(Ending.EXITED, 0, 10), OUTPUT, null).status())
                .isEqualTo(Status.ACCEPTED);
    }

    @Test
    void averagesTheRuns() {
        var runs = List.of(
                Verdict.of(report(Ending.EXITED, 0, 10), OUTPUT, null),
                Verdict.of(report(Ending.EXITED, 0, 21), OUTPUT, null));
        var mean = Verdict.mean(runs);
        assertThat(mean.time()).isEqualTo(new BigDecimal("0.016"));
        assertThat(mean.memory()).isEqualTo(100);
    }

    private static RunReport report(Ending ending, int exitCode, int millis) {
        return new RunReport(ending, exitCode, Duration.ofMillis(millis), Duration.ofMillis(millis), 100);
    }
}
