package io.judgeflow.proof;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
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

    @Nested
    class OnTopics extends HostileTopics {
        OnTopics() {
            super(rig);
        }
    }
}
