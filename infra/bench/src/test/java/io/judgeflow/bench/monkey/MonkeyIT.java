package io.judgeflow.bench.monkey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;

class MonkeyIT {

    @Test
    @Timeout(300)
    void keepsEveryPromiseWhileEverythingIsKilledStoppedAndHindered() {
        var status = new CommandLine(new Monkey()).execute("--seed", "3", "--minutes", "0.75", "--rate", "10");
        assertThat(status).isZero();
    }
}
