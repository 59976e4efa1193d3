package io.judgeflow.localjudge.judging;

import io.judgeflow.localjudge.language.Language;
import io.judgeflow.localjudge.sandbox.Box;
import io.judgeflow.localjudge.sandbox.Job;
import io.judgeflow.localjudge.sandbox.RunReport.Ending;
import io.judgeflow.localjudge.sandbox.Sandbox;
import io.judgeflow.localjudge.submission.Flag;
import io.judgeflow.localjudge.submission.Limit;
import io.judgeflow.localjudge.submission.Limits;
import io.judgeflow.localjudge.submission.RawText;
import io.judgeflow.localjudge.submission.Result;
import io.judgeflow.localjudge.submission.Status;
import io.judgeflow.localjudge.submission.Task;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compiles and runs one task in a box of its own. */
final class Execution {

    private static final RawText TOO_LONG_TO_COMPILE = RawText.of("Compilation time limit exceeded.");
    /** What Judge0 takes out of shell words; a line feed would start another command too. */
    private static final Pattern UNWELCOME = Pattern.compile("[$&;<>|`\n\r]");

    private final Sandbox sandbox;

    Execution(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** The result, without the time it was finished at. Failures of the sandbox are internal errors, as in Judge0. */
    Result execute(Task task) throws InterruptedException {
        try (var box = sandbox.box()) {
            box.put(task.language().sourceFile(), task.source().bytes());
            Archive.unpack(task.extras().files(), box);
            box.input(task.stdin() == null ? new byte[0] : task.stdin().bytes());
            var compilation = compile(task, box);
            return compilation.status() == Status.COMPILATION_ERROR
                    ? compilation
                    : run(task, box, compilation.compileOutput());
        } catch (IOException failed) {
            return Result.internalError(String.valueOf(failed.getMessage()));
        }
    }

    private static Result compile(Task task, Box box) throws IOException, InterruptedException {
        var command = task.language().compileCommand();
        if (command == null) {
            return Result.unfinished(Status.PROCESSING);
        }
        var script = command.replace("%s", words(task.extras().compilerOptions()));
        boolean cap = task.language().bearsAddressLimit();
        var report = box.run(new Job(script, Limits.COMPILATION, false, true, cap));
        if (report.ending() != Ending.EXITED) {
            return Result.compilationError(TOO_LONG_TO_COMPILE);
        }
        var output = RawText.of(box.output());
        return report.successful()
                ? new Result(Status.PROCESSING, null, null, output, null, null, null)
                : Result.compilationError(output);
    }

    /** Judge0 1.13.1: as often as asked, but no further than the first run that is not accepted. */
    private static Result run(Task task, Box box, @Nullable RawText compileOutput)
            throws IOException, InterruptedException {
        var job = job(task);
        var runs = new ArrayList<Verdict>();
        do {
            var report = box.run(job);
            runs.add(Verdict.of(report, RawText.of(box.output()), task.expectedOutput()));
        } while (runs.getLast().status() == Status.ACCEPTED
                && runs.size() < task.limits().runs());
        var last = runs.getLast();
        return new Result(
                last.status(),
                RawText.of(box.output()),
                job.mergeErrors() ? null : RawText.of(box.errors()),
                compileOutput,
                last.message(),
                Verdict.mean(runs),
                null);
    }

    private static Job job(Task task) {
        Language language = task.language();
        long memory = task.limits().get(Limit.MEMORY).longValue();
        return new Job(
                language.runCommand(memory, words(task.extras().arguments())),
                task.limits().caps(),
                task.flags().contains(Flag.NETWORK),
                task.flags().contains(Flag.ERRORS_TO_OUTPUT),
                language.bearsAddressLimit());
    }

    private static String words(@Nullable String text) {
        return UNWELCOME.matcher(Objects.requireNonNullElse(text, "")).replaceAll("");
    }
}
