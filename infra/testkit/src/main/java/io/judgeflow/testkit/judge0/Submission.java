package io.judgeflow.testkit.judge0;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One accepted run. Its state follows from the time that has passed, so that waiting costs nothing. */
final class Submission {

    private static final long NEVER = Long.MAX_VALUE / 4;
    private static final long CACHED_NANOS = 1_000_000_000L;

    private final String token;
    private final Outcome outcome;
    private final long created = System.nanoTime();
    private final Instant createdAt = Instant.now();
    private final long starts;
    private final long ends;
    private volatile Cached cached = new Cached(0, created - 2 * CACHED_NANOS);

    Submission(String token, Outcome outcome, Directive directive, Setup setup) {
        this.token = token;
        this.outcome = outcome;
        var stuck = String.valueOf(directive.text("stuck"));
        var queue = directive.duration("queue", Duration.ZERO).toNanos();
        this.starts = stuck.equals("queue") ? NEVER : queue;
        this.ends = stuck.equals("processing") || starts == NEVER
                ? NEVER
                : starts + directive.duration("run", setup.runTime()).toNanos();
    }

    String token() {
        return token;
    }

    long nanosToEnd() {
        return ends;
    }

    boolean endless() {
        return ends >= NEVER;
    }

    /** When its run ends. */
    Instant finishedAt() {
        return createdAt.plusNanos(ends);
    }

    int status() {
        var age = System.nanoTime() - created;
        return age < starts ? 1 : age < ends ? 2 : outcome.status();
    }

    /** Judge0 1.13.1 answers single reads from a cache that is up to a second old. */
    int cachedStatus() {
        var now = System.nanoTime();
        var before = cached;
        if (now - before.at() < CACHED_NANOS) {
            return before.status();
        }
        var fresh = new Cached(status(), now);
        cached = fresh;
        return fresh.status();
    }

    /** Puts Judge0's fields into a map, texts in base64. */
    void describe(int status, Map<String, Object> into) {
        into.put("token", token);
        into.put("status_id", status);
        into.put("status", Map.of("id", status, "description", Statuses.description(status)));
        into.put("created_at", asTold(createdAt));
        if (status < 3) {
            return;
        }
        into.put("finished_at", asTold(finishedAt()));
        put(into, "stdout", outcome.stdout());
        put(into, "stderr", outcome.stderr());
        put(into, "compile_output", outcome.compileOutput());
        put(into, "message", outcome.message());
        put(into, "time", outcome.time());
        put(into, "wall_time", outcome.time());
        put(into, "memory", outcome.memory());
        put(into, "exit_code", outcome.exitCode());
    }

    /** Judge0 1.13.1 tells milliseconds. */
    private static String asTold(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static void put(Map<String, Object> into, String field, @Nullable Object value) {
        if (value != null) {
            into.put(field, value);
        }
    }

    private record Cached(int status, long at) {}
}
