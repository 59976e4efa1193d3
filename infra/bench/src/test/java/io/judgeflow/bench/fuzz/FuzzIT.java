package io.judgeflow.bench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A short run; {@code infra/bench/run fuzz} is the long one, and {@code -Dfuzz.seed} repeats either. */
class FuzzIT {

    private static final long SEED = Long.getLong("fuzz.seed", 20_261_127L);

    @Test
    void theWholePipelineWithstandsWrongInput(@TempDir Path inputs) {
        var status = new CommandLine(new Fuzz())
                .execute(
                        "--seed=" + SEED,
                        "--records=3000",
                        "--requests=2000",
                        "--rounds=6",
                        // On a machine with other work going on.
                        "--within=60",
                        // Too few rounds to tell a trend.
                        "--growth=2",
                        "--inputs=" + inputs);
        assertThat(status).as("seed " + SEED).isZero();
    }
}
