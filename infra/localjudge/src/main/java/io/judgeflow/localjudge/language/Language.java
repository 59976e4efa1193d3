package io.judgeflow.localjudge.language;

import org.jspecify.annotations.Nullable;

/**
 * One language that programs can be written in here.
 *
 * @param id Judge0's own
 * @param name with the version that is installed, such as {@code Python (3.11.2)}
 * @param sourceFile what the source must be called
 * @param compileCommand shell text with {@code %s} for the options, or null for what is interpreted
 * @param runCommand shell text; {@code {heap}} stands for MiB of heap that the memory limit leaves room for
 * @param bearsAddressLimit whether the runtime works under a limit on its address space
 */
public record Language(
        int id,
        String name,
        String sourceFile,
        @Nullable String compileCommand,
        String runCommand,
        boolean bearsAddressLimit) {

    private static final long KIB_PER_MIB = 1024;
    private static final long RUNTIME_MIB = 64;

    /**
     * What to run for a program.
     *
     * @param memoryKib the limit on all of its memory, in KiB
     * @param arguments shell words for the program
     */
    public String runCommand(long memoryKib, String arguments) {
        long mib = memoryKib / KIB_PER_MIB;
        long heap = Math.max(4, Math.max(mib / 2, mib - RUNTIME_MIB));
        return runCommand.replace("{heap}", Long.toString(heap)) + " " + arguments;
    }
}
