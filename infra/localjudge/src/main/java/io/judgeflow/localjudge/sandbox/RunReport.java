package io.judgeflow.localjudge.sandbox;

import java.time.Duration;

/**
 * How a run went.
 *
 * @param ending why it ended
 * @param exitCode 0 to 255; 128 + n when the program died of signal n; 0 when it ended for a limit
 * @param cpu processor time used
 * @param wall time from start to end
 * @param memoryKib peak of the memory used, in KiB; 0 when the system cannot tell
 */
public record RunReport(Ending ending, int exitCode, Duration cpu, Duration wall, long memoryKib) {

    /** Why a run ended. */
    public enum Ending {
        /** By itself, or by a signal. */
        EXITED,
        /** Its processor time was used up. */
        CPU_LIMIT,
        /** Its wall-clock time was used up. */
        WALL_LIMIT
    }

    /** True for a run that ended by itself with exit code 0. */
    public boolean successful() {
        return ending == Ending.EXITED && exitCode == 0;
    }
}
