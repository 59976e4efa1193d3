package io.judgeflow.bench.load;

import io.judgeflow.testkit.process.Patience;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Submits at the times of a plan, whatever becomes of what was submitted before: whoever has to wait because the system
 * is slow is counted from when the plan had meant it (no coordinated omission).
 */
public final class OpenLoop {

    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(1);

    private final Target target;
    private final Journal journal;
    private final int jobs;
    private final double period;
    private final long begun = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(20);
    private int next;

    private OpenLoop(Target target, double perSecond, int jobs) {
        this.target = target;
        this.journal = new Journal(jobs);
        this.jobs = jobs;
        this.period = 1e9 / perSecond;
    }

    /** Submits so many and returns at once. */
    public static Journal start(Target target, double perSecond, int jobs) {
        var loop = new OpenLoop(target, perSecond, jobs);
        loop.tick(target.loop());
        return loop.journal;
    }

    /** Waits until all have ended, no longer than this; says whether they have. */
    public static boolean await(Journal journal, int jobs, Duration patience) {
        return Patience.until(() -> journal.settled() >= jobs, patience);
    }

    private void tick(EventLoop loop) {
        var unused = loop.schedule(() -> submitDue(loop), TICK, TimeUnit.NANOSECONDS);
    }

    private void submitDue(EventLoop loop) {
        for (; next < jobs && due(next) <= System.nanoTime(); next++) {
            journal.meant(next, due(next));
            target.submit(next, journal);
        }
        if (next < jobs) {
            tick(loop);
        }
    }

    private long due(int job) {
        return begun + (long) (job * period);
    }
}
