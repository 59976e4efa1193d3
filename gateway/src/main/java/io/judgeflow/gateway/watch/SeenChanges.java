package io.judgeflow.gateway.watch;

import io.judgeflow.gateway.view.Change;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a client has of a user's jobs. As an event's id it is the number of the change, behind the name of this gateway's
 * run: here it says exactly what is missing. Another gateway, and this one after a restart, cannot tell from it, and sends
 * every recent job of the user, of which the client knows some already by job and version.
 */
final class SeenChanges {

    private static final int RADIX = 36;
    private static final String RUN = Long.toString(RandomGenerator.getDefault().nextLong(Long.MAX_VALUE), RADIX) + "-";

    private final boolean fresh;
    private final long number;

    private SeenChanges(boolean fresh, long number) {
        this.fresh = fresh;
        this.number = number;
    }

    /** @param lastEventId what the client says that it has; null for a client that begins */
    static SeenChanges of(@Nullable String lastEventId) {
        if (lastEventId == null) {
            return new SeenChanges(true, 0);
        }
        var id = lastEventId.strip();
        return new SeenChanges(false, id.startsWith(RUN) ? number(id.substring(RUN.length())) : 0);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text, RADIX);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Whether it is sent at the beginning: to a client that begins, what is under way, as the rest is its history. */
    boolean lacks(Change change) {
        return fresh ? !change.state().status().terminal() : change.number() > number;
    }

    /** What the client has once it has this, as an id. */
    static String upTo(Change change) {
        return RUN + Long.toString(change.number(), RADIX);
    }
}
