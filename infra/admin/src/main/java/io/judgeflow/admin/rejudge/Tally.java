package io.judgeflow.admin.rejudge;

import java.io.PrintWriter;
import java.time.Duration;

/** How far a run has come; tells it every few seconds. */
final class Tally {

    private static final long EVERY = Duration.ofSeconds(5).toNanos();

    private final PrintWriter err;
    private final boolean dry;
    private long told = System.nanoTime();
    private long submitted;
    private long before;

    /** @param dry whether nothing is really submitted */
    Tally(PrintWriter err, boolean dry) {
        this.err = err;
        this.dry = dry;
    }

    void submitted() {
        submitted++;
        tell();
    }

    void before() {
        before++;
        tell();
    }

    private void tell() {
        if (System.nanoTime() - told >= EVERY) {
            told = System.nanoTime();
            err.println(sentence());
        }
    }

    String sentence() {
        return submitted + (dry ? " to submit, " : " submitted, ") + before + " submitted before";
    }
}
