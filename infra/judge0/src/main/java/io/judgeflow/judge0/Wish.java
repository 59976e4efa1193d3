package io.judgeflow.judge0;

import org.jspecify.annotations.Nullable;

/**
 * Which instances to try out of turn.
 *
 * @param first to try before all others, as it asked to wait and come back; null for none
 * @param last to try after all others, as it failed these runs before; null for none
 */
public record Wish(@Nullable String first, @Nullable String last) {

    /** No wish. */
    public static final Wish NONE = new Wish(null, null);
}
