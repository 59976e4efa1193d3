package io.judgeflow.localjudge.web;

import io.judgeflow.localjudge.submission.Flag;
import io.judgeflow.localjudge.submission.Limit;
import io.judgeflow.localjudge.submission.Measured;
import io.judgeflow.localjudge.submission.RawText;
import io.judgeflow.localjudge.submission.Result;
import io.judgeflow.localjudge.submission.Status;
import io.judgeflow.localjudge.submission.Submission;
import io.judgeflow.localjudge.submission.Task;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A submission at one moment, as JSON values.
 *
 * @param base64 whether texts are encoded; without, they must be ASCII
 */
record View(Submission submission, Result result, boolean base64) {

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    /** A text that JSON cannot carry without base64: by the rules of Judge0 1.13.1, any that is not ASCII. */
    static final class NotAscii extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotAscii() {
            super("not ASCII", null, false, false);
        }
    }

    /** @throws NotAscii if a field asked for cannot be shown without base64 */
    static Map<String, @Nullable Object> render(Submission submission, Fields fields, boolean base64) {
        var view = new View(submission, submission.result(), base64);
        var json = new LinkedHashMap<String, @Nullable Object>();
        fields.shown().forEach(field -> json.put(field.name(), field.value().apply(view)));
        return json;
    }

    Task task() {
        return submission.task();
    }

    @Nullable
    Object text(@Nullable RawText text) {
        if (text == null) {
            return null;
        }
        if (base64) {
            return text.toBase64();
        }
        if (!text.isAscii()) {
            throw new NotAscii();
        }
        return text.latin1();
    }

    /** Null while nothing was measured. */
    @Nullable
    Object measured(Function<Measured, Object> value) {
        return result.measured() == null ? null : value.apply(result.measured());
    }

    Object limit(Limit limit) {
        return limit.onWire(task().limits().get(limit));
    }

    boolean flag(Flag flag) {
        return task().flags().contains(flag);
    }

    /** Always base64. */
    @Nullable
    Object files() {
        var files = task().extras().files();
        return files == null ? null : files.toBase64();
    }

    Map<String, Object> language() {
        return pair("id", task().language().id(), "name", task().language().name());
    }

    static Map<String, Object> status(Status status) {
        return pair("id", status.id(), "description", status.description());
    }

    static @Nullable String instant(@Nullable Instant instant) {
        return instant == null ? null : INSTANT.format(instant);
    }

    private static Map<String, Object> pair(String name, Object value, String otherName, Object otherValue) {
        var pair = new LinkedHashMap<String, Object>();
        pair.put(name, value);
        pair.put(otherName, otherValue);
        return pair;
    }
}
