package io.judgeflow.localjudge.sandbox;

import io.judgeflow.localjudge.sandbox.RunReport.Ending;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Stays with one run until it ended or went beyond its limits. */
final class Watch {

    private static final Duration GRACE = Duration.ofMillis(500);

    private final Process process;
    private final Meter meter;
    private final Caps caps;
    private final long start;
    private final boolean closedBox;

    Watch(Process process, Meter meter, Caps caps, long start, boolean closedBox) {
        this.process = process;
        this.meter = meter;
        this.caps = caps;
        this.start = start;
        this.closedBox = closedBox;
    }

    /** Lets the program go and waits for its end. */
    RunReport untilEnd(Reported reported) throws IOException, InterruptedException {
        try {
            meter.attach(process.pid());
            go();
            var ending = follow();
            var cpu = meter.settle(reported.usage(ending != Ending.EXITED).children());
            return report(ending, cpu);
        } finally {
            if (process.isAlive()) {
                kill();
            }
        }
    }

    /** How the box's own account of the run is read. */
    interface Reported {
        UsageReport usage(boolean killed) throws IOException;
    }

    private RunReport report(Ending ending, Duration cpu) {
        var wall = elapsed();
        // As isolate: too long is too long, even if the program just managed to end before it was killed.
        var verdict = ending == Ending.EXITED && caps.exceeded(cpu)
                ? Ending.CPU_LIMIT
                : ending == Ending.EXITED && wall.compareTo(caps.wall()) > 0 ? Ending.WALL_LIMIT : ending;
        int exitCode = verdict == Ending.EXITED ? process.exitValue() : 0;
        return new RunReport(verdict, exitCode, cpu, wall, meter.peakKib());
    }

    /** The gate reads one line; if it is gone already, its absence shows in the end. */
    private void go() {
        try (var gate = process.getOutputStream()) {
            gate.write('\n');
        } catch (IOException gone) {
            return;
        }
    }

    private Ending follow() throws InterruptedException {
        while (true) {
            var left = caps.wall().minus(elapsed());
            if (left.isNegative()) {
                kill();
                return Ending.WALL_LIMIT;
            }
            var pause = meter.pause(elapsed());
            if (process.waitFor((left.compareTo(pause) < 0 ? left : pause).toNanos(), TimeUnit.NANOSECONDS)) {
                return Ending.EXITED;
            }
            if (caps.exceededForGood(meter.cpu())) {
                kill();
                return Ending.CPU_LIMIT;
            }
        }
    }

    /**
     * Ends all processes. The child of bubblewrap is process 1 of the box: with it the kernel ends all others, and
     * bubblewrap's own end says that this is done.
     */
    private void kill() {
        (closedBox ? process.children() : process.descendants()).forEach(ProcessHandle::destroyForcibly);
        try {
            if (!closedBox || !process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
