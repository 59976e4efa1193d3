package io.judgeflow.localjudge.submission;

import io.judgeflow.localjudge.sandbox.Caps;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The limits of one submission.
 *
 * @param values those that were set; the others have their usual value
 */
public record Limits(Map<Limit, BigDecimal> values) {

    /** A file limit of 0 would be none at all, which this judge does not give. */
    private static final long LARGEST_FILE = Limit.FILE_SIZE.highest().longValue();

    /** Judge0 1.13.1 compiles within the highest limits, whatever the submission says. */
    public static final Caps COMPILATION = new Limits(all(Limit::highest)).caps(Duration.ZERO);

    public Limits {
        values = Map.copyOf(values);
    }

    /** All limits at their usual values. */
    public static Limits usual() {
        return new Limits(Map.of());
    }

    public BigDecimal get(Limit limit) {
        return Objects.requireNonNullElse(values.get(limit), limit.usual());
    }

    public int runs() {
        return get(Limit.RUNS).intValue();
    }

    public Caps caps() {
        return caps(Seconds.duration(get(Limit.CPU_EXTRA_TIME)));
    }

    private Caps caps(Duration cpuExtra) {
        long file = get(Limit.FILE_SIZE).longValue();
        return new Caps(
                Seconds.duration(get(Limit.CPU_TIME)),
                cpuExtra,
                Seconds.duration(get(Limit.WALL_TIME)),
                get(Limit.MEMORY).longValue(),
                get(Limit.STACK).longValue(),
                get(Limit.PROCESSES).intValue(),
                file == 0 ? LARGEST_FILE : file);
    }

    private static Map<Limit, BigDecimal> all(Function<Limit, BigDecimal> value) {
        var all = new EnumMap<Limit, BigDecimal>(Limit.class);
        for (var limit : Limit.values()) {
            all.put(limit, value.apply(limit));
        }
        return all;
    }
}
