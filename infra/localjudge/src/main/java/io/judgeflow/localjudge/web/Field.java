package io.judgeflow.localjudge.web;

import io.judgeflow.localjudge.submission.Flag;
import io.judgeflow.localjudge.submission.Limit;
import io.judgeflow.localjudge.submission.Measured;
import io.judgeflow.localjudge.submission.Seconds;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One field of a submission: its name on the wire and where its value comes from. */
record Field(String name, Function<View, @Nullable Object> value) {

    /** In the order in which Judge0 1.13.1 always shows them. */
    static final List<Field> ALL = List.of(
            new Field("source_code", view -> view.text(view.task().source())),
            new Field("language_id", view -> view.task().language().id()),
            new Field("stdin", view -> view.text(view.task().stdin())),
            new Field("expected_output", view -> view.text(view.task().expectedOutput())),
            new Field("stdout", view -> view.text(view.result().stdout())),
            new Field("status_id", view -> view.result().status().id()),
            new Field("created_at", view -> View.instant(view.submission().createdAt())),
            new Field("finished_at", view -> View.instant(view.result().finishedAt())),
            new Field("time", view -> view.measured(measured -> Seconds.text(measured.time()))),
            new Field("memory", view -> view.measured(Measured::memory)),
            new Field("stderr", view -> view.text(view.result().stderr())),
            new Field("token", view -> view.submission().token()),
            new Field("number_of_runs", view -> view.limit(Limit.RUNS)),
            new Field("cpu_time_limit", view -> view.limit(Limit.CPU_TIME)),
            new Field("cpu_extra_time", view -> view.limit(Limit.CPU_EXTRA_TIME)),
            new Field("wall_time_limit", view -> view.limit(Limit.WALL_TIME)),
            new Field("memory_limit", view -> view.limit(Limit.MEMORY)),
            new Field("stack_limit", view -> view.limit(Limit.STACK)),
            new Field("max_processes_and_or_threads", view -> view.limit(Limit.PROCESSES)),
            new Field("enable_per_process_and_thread_time_limit", view -> view.flag(Flag.TIME_PER_PROCESS)),
            new Field("enable_per_process_and_thread_memory_limit", view -> view.flag(Flag.MEMORY_PER_PROCESS)),
            new Field("max_file_size", view -> view.limit(Limit.FILE_SIZE)),
            new Field("compile_output", view -> view.text(view.result().compileOutput())),
            new Field("exit_code", view -> view.measured(Measured::exitCode)),
            // Only Judge0's own shell could die of a signal.
            new Field("exit_signal", view -> null),
            new Field("message", view -> view.text(view.result().message())),
            new Field("wall_time", view -> view.measured(measured -> Seconds.text(measured.wallTime()))),
            new Field("compiler_options", view -> view.task().extras().compilerOptions()),
            new Field("command_line_arguments", view -> view.task().extras().arguments()),
            new Field("redirect_stderr_to_stdout", view -> view.flag(Flag.ERRORS_TO_OUTPUT)),
            new Field("callback_url", view -> view.task().extras().callbackUrl()),
            new Field("additional_files", View::files),
            new Field("enable_network", view -> view.flag(Flag.NETWORK)),
            new Field("status", view -> View.status(view.result().status())),
            new Field("language", View::language));
}
