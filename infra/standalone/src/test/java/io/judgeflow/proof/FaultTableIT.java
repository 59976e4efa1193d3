package io.judgeflow.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.job.Status;
import io.judgeflow.testkit.judge0.Call;
import io.judgeflow.testkit.judge0.Fault;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every row of the two tables that say what a fault of an instance does to a job, and topics with anything in them. */
class FaultTableIT {

    @TempDir
    private static Path directory;

    private static Rig rig;

    @BeforeAll
    static void start() {
        rig = new Rig(directory, Rig.Temper.HASTY);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @Nested
    class WhileSubmitting extends SubmitFaults {
        WhileSubmitting() {
            super(rig);
        }
    }

    @Nested
    class WhileAsking extends AskFaults {
        WhileAsking() {
            super(rig);
        }
    }

    @Test
    void goesBackToTheInstanceThatAskedToWaitThoughAnotherHasItsTurn() {
        try (var turns = new Rig(directory.resolve("turns"), Rig.Temper.HASTY, "round-robin")) {
            turns.settle();
            var fakes = List.of(turns.a, turns.b, turns.c);
            fakes.forEach(fake ->
                    fake.fail(Fault.tooManyRequests(null).on(Call.SUBMIT).times(1)));
            assertThat(turns.run("#judge: job=turns").status()).isEqualTo(Status.DONE);
            assertThat(fakes)
                    .extracting(fake -> fake.requests(Call.SUBMIT))
                    .as("asked twice, the others not at all")
                    .containsExactlyInAnyOrder(2L, 0L, 0L);
        }
    }

    @Nested
    class OnTopics extends HostileTopics {
        OnTopics() {
            super(rig);
        }
    }

    @Nested
    class ByOperators extends OperatorActions {
        ByOperators() {
            super(rig, directory);
        }
    }
}
