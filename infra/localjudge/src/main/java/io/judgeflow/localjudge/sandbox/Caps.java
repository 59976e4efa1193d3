package io.judgeflow.localjudge.sandbox;

import java.time.Duration;

/**
 * What one run may use at most.
 *
 * @param cpu processor time of all processes together; zero means no limit, as in isolate
 * @param cpuExtra how long a run may go on beyond {@code cpu} before it is killed; it counts as too long all the same
 * @param wall time from start to end
 * @param memoryKib memory of all processes together, in KiB
 * @param stackKib stack of one process, in KiB; zero means no limit
 * @param processes processes and threads at one time
 * @param fileKib the largest file that can be written, standard output included, in KiB
 */
public record Caps(
        Duration cpu, Duration cpuExtra, Duration wall, long memoryKib, long stackKib, int processes, long fileKib) {

    /** True once even the extra time is used up. */
    boolean exceededForGood(Duration used) {
        return !cpu.isZero() && used.compareTo(cpu.plus(cpuExtra)) > 0;
    }

    boolean exceeded(Duration used) {
        return !cpu.isZero() && used.compareTo(cpu) > 0;
    }
}
