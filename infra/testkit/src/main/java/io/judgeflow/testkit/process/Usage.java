package io.judgeflow.testkit.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a process has used of the machine.
 *
 * @param cpu time on processors since it began
 * @param peakMemory the most that was resident at once, MiB; 0 where the system does not tell
 */
public record Usage(Duration cpu, long peakMemory) {

    /** Nothing. */
    public static final Usage NONE = new Usage(Duration.ZERO, 0);

    private static final String PEAK = "VmHWM:";

    /** What this process has used so far. */
    public static Usage of(ProcessHandle process) {
        return new Usage(process.info().totalCpuDuration().orElse(Duration.ZERO), peakMemory(process.pid()));
    }

    /** Both together. */
    public Usage plus(Usage other) {
        return new Usage(cpu.plus(other.cpu), peakMemory + other.peakMemory);
    }

    /** The time since then; the peak is that of the whole life. */
    public Usage since(Usage before) {
        return new Usage(cpu.minus(before.cpu), peakMemory);
    }

    /** Linux only. */
    private static long peakMemory(long pid) {
        var status = Path.of("/proc", String.valueOf(pid), "status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(PEAK))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
