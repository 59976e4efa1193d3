package io.judgeflow.judge0;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/** In which order the instances are tried. */
public enum Strategy {
    /** As configured: the first takes everything while it can. */
    ORDERED {
        @Override
        <T> List<T> order(List<T> configured, int turn, ToIntFunction<T> load) {
            return configured;
        }
    },
    /** Each time beginning with the next one. */
    ROUND_ROBIN {
        @Override
        <T> List<T> order(List<T> configured, int turn, ToIntFunction<T> load) {
            var rotated = new ArrayList<>(configured);
            Collections.rotate(rotated, -Math.floorMod(turn, configured.size()));
            return rotated;
        }
    },
    /** Beginning with the one that has the fewest requests of this process under way; as configured among equals. */
    LEAST_BUSY {
        @Override
        <T> List<T> order(List<T> configured, int turn, ToIntFunction<T> load) {
            record Loaded<T>(T instance, int load) {}
            return configured.stream()
                    .map(instance -> new Loaded<>(instance, load.applyAsInt(instance)))
                    .sorted(Comparator.comparingInt(Loaded::load))
                    .map(Loaded::instance)
                    .toList();
        }
    };

    /**
     * Orders instances without changing the list.
     *
     * @param turn grows by one with each placement, and may overflow
     * @param load requests under way, read once per instance
     */
    abstract <T> List<T> order(List<T> configured, int turn, ToIntFunction<T> load);
}
