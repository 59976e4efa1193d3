package io.judgeflow.gateway.watch;

import org.jspecify.annotations.Nullable;

/**
 * The id of the last event that a client has.
 *
 * @param text as the client gave it; null for none
 */
record LastEventId(@Nullable String text) {

    /** As a job's version. An id that we never gave says nothing: the client gets the present state. */
    long version() {
        try {
            return text == null ? 0 : Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
