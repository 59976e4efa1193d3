package io.judgeflow.localjudge.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Measures by looking into /proc from time to time, where there is no control group: memory is the highest sum of
 * resident peaks seen, so a run of a few milliseconds may show none. Where there is no /proc it shows nothing.
 */
final class ProcessMeter implements Meter {

    private static final Path PROC = Path.of("/proc");
    private static final long MILLIS_PER_TICK = 10;
    private static final Duration EAGER = Duration.ofMillis(4);
    private static final Duration LAZY = Duration.ofMillis(100);

    private long pid = -1;
    private long ticks;
    private long peak;

    @Override
    public void attach(long process) {
        pid = process;
    }

    @Override
    public Duration cpu() {
        sample();
        return Duration.ofMillis(ticks * MILLIS_PER_TICK);
    }

    @Override
    public long peakKib() {
        return peak;
    }

    @Override
    public Duration settle(Duration reported) {
        var seen = Duration.ofMillis(ticks * MILLIS_PER_TICK);
        return seen.compareTo(reported) > 0 ? seen : reported;
    }

    @Override
    public Duration pause(Duration sinceStart) {
        var pause = sinceStart.dividedBy(8);
        return pause.compareTo(EAGER) < 0 ? EAGER : pause.compareTo(LAZY) > 0 ? LAZY : pause;
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    private void sample() {
        var seen = new HashSet<Long>();
        var sum = add(pid, new Sample(0, 0), seen);
        ticks = Math.max(ticks, sum.ticks());
        peak = Math.max(peak, sum.kib());
    }

    private static Sample add(long process, Sample sum, Set<Long> seen) {
        if (!seen.add(process)) {
            return sum;
        }
        var all = sum.plus(read(process));
        for (var child : children(process)) {
            all = add(child, all, seen);
        }
        return all;
    }

    private static Sample read(long process) {
        var folder = PROC.resolve(Long.toString(process));
        return new Sample(ticks(text(folder.resolve("stat"))), residentPeak(text(folder.resolve("status"))));
    }

    /** Fields 14 to 17: user and system time, its own and that of the children it has waited for. */
    private static long ticks(String stat) {
        var fields = stat.substring(stat.lastIndexOf(')') + 1).trim().split(" ", -1);
        long sum = 0;
        for (int field = 11; field <= 14 && field < fields.length; field++) {
            sum += Long.parseLong(fields[field]);
        }
        return sum;
    }

    private static long residentPeak(String status) {
        return status.lines()
                .filter(line -> line.startsWith("VmHWM:"))
                .findFirst()
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .orElse(0L);
    }

    private static Iterable<Long> children(long process) {
        return Optional.of(text(PROC.resolve(process + "/task/" + process + "/children"))
                        .trim())
                .filter(children -> !children.isEmpty())
                .map(children -> Arrays.stream(children.split(" ", -1))
                        .map(Long::valueOf)
                        .toList())
                .orElse(List.of());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException ended) {
            return "";
        }
    }

    private record Sample(long ticks, long kib) {

        Sample plus(Sample other) {
            return new Sample(ticks + other.ticks, kib + other.kib);
        }
    }
}
