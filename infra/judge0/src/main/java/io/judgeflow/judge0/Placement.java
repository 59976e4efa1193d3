package io.judgeflow.judge0;

import java.util.List;

/**
 * Where runs went.
 *
 * @param instance the instance that took them, to be kept with every token
 * @param submitted one element per run, in the order in which they were given
 */
public record Placement(String instance, List<Submitted> submitted) {

    /** Keeps the list from changing. */
    public Placement {
        submitted = List.copyOf(submitted);
    }
}
