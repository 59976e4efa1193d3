package io.judgeflow.localjudge.web;

import io.judgeflow.localjudge.submission.Extras;
import io.judgeflow.localjudge.submission.Flag;
import io.judgeflow.localjudge.submission.Limit;
import io.judgeflow.localjudge.submission.Measured;
import io.judgeflow.localjudge.submission.RawText;
import io.judgeflow.localjudge.submission.Result;
import io.judgeflow.localjudge.submission.Seconds;
import io.judgeflow.localjudge.submission.Status;
import io.judgeflow.localjudge.submission.Submission;
import io.judgeflow.localjudge.submission.Task;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A submission as JSON: Judge0's 35 fields, always in this order. */
final class SubmissionJson {

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);
    private static final Map<String, Function<View, @Nullable Object>> FIELDS = fields();

    /** All names. */
    static final Set<String> NAMES = Collections.unmodifiableSet(FIELDS.keySet());

    private SubmissionJson() {}

    /** A value that JSON cannot carry without base64, by the rules of Judge0 1.13.1. */
    static final class NotAscii extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotAscii() {
            super("not ASCII", null, false, false);
        }
    }

    /** @throws NotAscii if a field asked for cannot be shown without base64 */
    static Map<String, @Nullable Object> render(Submission submission, Fields fields, boolean base64) {
        var view = new View(submission, submission.task(), submission.result(), base64);
        var json = new LinkedHashMap<String, @Nullable Object>();
        FIELDS.forEach((name, value) -> {
            if (fields.names().contains(name)) {
                json.put(name, value.apply(view));
            }
        });
        return json;
    }

    static Map<String, Object> status(Status status) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", status.id());
        json.put("description", status.description());
        return json;
    }

    private record View(Submission submission, Task task, Result result, boolean base64) {

        @Nullable Object text(@Nullable RawText text) {
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
    }

    private static Map<String, Function<View, @Nullable Object>> fields() {
        var all = new LinkedHashMap<String, Function<View, @Nullable Object>>();
        all.put("source_code", view -> view.text(view.task().source()));
        all.put("language_id", view -> view.task().language().id());
        all.put("stdin", view -> view.text(view.task().stdin()));
        all.put("expected_output", view -> view.text(view.task().expectedOutput()));
        all.put("stdout", view -> view.text(view.result().stdout()));
        all.put("status_id", view -> view.result().status().id());
        all.put("created_at", view -> instant(view.submission().createdAt()));
        all.put("finished_at", view -> instant(view.result().finishedAt()));
        all.put("time", measured(measured -> Seconds.text(measured.time())));
        all.put("memory", measured(Measured::memory));
        all.put("stderr", view -> view.text(view.result().stderr()));
        all.put("token", view -> view.submission().token());
        limits(all, Limit.RUNS, Limit.CPU_TIME, Limit.CPU_EXTRA_TIME, Limit.WALL_TIME, Limit.MEMORY, Limit.STACK);
        limits(all, Limit.PROCESSES);
        flags(all, Flag.TIME_PER_PROCESS, Flag.MEMORY_PER_PROCESS);
        limits(all, Limit.FILE_SIZE);
        all.put("compile_output", view -> view.text(view.result().compileOutput()));
        all.put("exit_code", measured(Measured::exitCode));
        all.put("exit_signal", view -> null);
        all.put("message", view -> view.text(view.result().message()));
        all.put("wall_time", measured(measured -> Seconds.text(measured.wallTime())));
        all.put("compiler_options", extra(Extras::compilerOptions));
        all.put("command_line_arguments", extra(Extras::arguments));
        flags(all, Flag.ERRORS_TO_OUTPUT);
        all.put("callback_url", extra(Extras::callbackUrl));
        all.put("additional_files", extra(extras -> extras.files() == null ? null : extras.files().toBase64()));
        return withEnd(all);
    }

    private static Map<String, Function<View, @Nullable Object>> withEnd(
            Map<String, Function<View, @Nullable Object>> all) {
        flags(all, Flag.NETWORK);
        all.put("status", view -> status(view.result().status()));
        all.put("language", view -> {
            var language = new LinkedHashMap<String, Object>();
            language.put("id", view.task().language().id());
            language.put("name", view.task().language().name());
            return language;
        });
        return all;
    }

    private static void limits(Map<String, Function<View, @Nullable Object>> all, Limit... limits) {
        for (var limit : limits) {
            all.put(limit.attribute(), view -> limit.onWire(view.task().limits().get(limit)));
        }
    }

    private static void flags(Map<String, Function<View, @Nullable Object>> all, Flag... flags) {
        for (var flag : flags) {
            all.put(flag.attribute(), view -> view.task().flags().contains(flag));
        }
    }

    private static Function<View, @Nullable Object> measured(Function<Measured, Object> value) {
        return view -> {
            var measured = view.result().measured();
            return measured == null ? null : value.apply(measured);
        };
    }

    private static Function<View, @Nullable Object> extra(Function<Extras, @Nullable Object> value) {
        return view -> value.apply(view.task().extras());
    }

    private static @Nullable String instant(@Nullable Instant instant) {
        return instant == null ? null : INSTANT.format(instant);
    }
}
