package io.judgeflow.scorer.scoring;

import io.judgeflow.contracts.event.RunOutput;
import org.jspecify.annotations.Nullable;

/**
 * Whether a run that failed was ended because it used up its memory. Judge0 1.13.1 has no status for it: the kernel kills
 * the program, the shell around it turns that into exit code 137, and the memory stands at the limit. Each alone says
 * nothing: a program may kill itself, and one that gets no more memory may end with a message of its own.
 */
final class MemoryLimit {

    private static final int KILL = 9;
    private static final int EXITED_BY_KILL = 128 + KILL;

    /** Judge0 1.13.1: KiB, where nobody says otherwise. */
    private static final int JUDGE0_DEFAULT = 128_000;

    /** The kernel counts in pages and in advance: the last of them may be missing. */
    private static final double AT_THE_LIMIT = 0.98;

    private MemoryLimit() {}

    /** @param asked the limit that the job asked for, in KiB; null for none */
    static boolean reached(RunOutput output, @Nullable Integer asked) {
        return killed(output)
                && output.memory() != null
                && output.memory() >= AT_THE_LIMIT * limit(output.memoryLimit(), asked);
    }

    private static boolean killed(RunOutput output) {
        return is(output.exitCode(), EXITED_BY_KILL) || is(output.exitSignal(), KILL);
    }

    private static boolean is(@Nullable Integer number, int wanted) {
        return number != null && number == wanted;
    }

    /** What the run was limited to, as far as the instance, or the address that it called back, said it. */
    private static int limit(@Nullable Integer applied, @Nullable Integer asked) {
        if (applied != null) {
            return applied;
        }
        return asked == null ? JUDGE0_DEFAULT : asked;
    }
}
