package io.judgeflow.judge0;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an instance did with the runs that it took, and whether it is ejected for it. May be used from any thread. */
final class Conduct {

    private static final int TOLERATED_SHARE = 10;

    private final Ejection rule;
    private Instant since = Instant.MIN;
    private long placed;
    private int failed;
    private @Nullable Instant ejectedUntil;

    Conduct(Ejection rule) {
        this.rule = rule;
    }

    /** It took runs. */
    synchronized void placed(long runs, Instant now) {
        begin(now);
        placed += runs;
    }

    /** It failed a run that it had taken; true when it is ejected for that now, and was not before. */
    synchronized boolean failed(Instant now) {
        begin(now);
        failed++;
        if (failed < rule.failures() || (long) failed * TOLERATED_SHARE < placed || ejectedUntil(now) != null) {
            return false;
        }
        ejectedUntil = now.plus(rule.lasts());
        since = Instant.MIN;
        return true;
    }

    /** Null when it is not ejected. */
    synchronized @Nullable Instant ejectedUntil(Instant now) {
        return ejectedUntil != null && ejectedUntil.isAfter(now) ? ejectedUntil : null;
    }

    private void begin(Instant now) {
        if (since.equals(Instant.MIN) || since.plus(rule.window()).isBefore(now)) {
            since = now;
            placed = 0;
            failed = 0;
        }
    }
}
