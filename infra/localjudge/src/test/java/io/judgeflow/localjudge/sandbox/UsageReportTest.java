package io.judgeflow.localjudge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class UsageReportTest {

    @Test
    void addsUserAndSystemTimeOfTheChildren() {
        var dash = "ready\n0m0.010000s 0m0.000000s\n1m2.500000s 0m0.250000s\n";
        assertThat(UsageReport.parse(dash).children()).isEqualTo(Duration.ofMillis(62_750));
        var bash = "ready\n0m0.010s 0m0.000s\n0m0.120s 0m0.003s\n";
        assertThat(UsageReport.parse(bash).children()).isEqualTo(Duration.ofMillis(123));
    }

    @Test
    void isNothingWhenTheShellWasKilled() {
        assertThat(UsageReport.parse("ready\n").children()).isZero();
    }
}
