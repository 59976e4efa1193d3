package io.judgeflow.localjudge.judging;

import io.judgeflow.localjudge.sandbox.RunReport;
import io.judgeflow.localjudge.submission.Measured;
import io.judgeflow.localjudge.submission.RawText;
import io.judgeflow.localjudge.submission.Seconds;
import io.judgeflow.localjudge.submission.Status;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one run is worth, by the rules of Judge0 1.13.1.
 *
 * @param message null for a run that ended well, whatever it wrote
 */
record Verdict(Status status, @Nullable RawText message, RunReport report) {

    /** @param expected what it should have written, or null to compare nothing */
    static Verdict of(RunReport report, RawText output, @Nullable RawText expected) {
        return switch (report.ending()) {
            case CPU_LIMIT -> new Verdict(Status.TIME_LIMIT, RawText.of("Time limit exceeded"), report);
            case WALL_LIMIT -> new Verdict(Status.TIME_LIMIT, RawText.of("Time limit exceeded (wall clock)"), report);
            case EXITED -> ended(report, output, expected);
        };
    }

    private static Verdict ended(RunReport report, RawText output, @Nullable RawText expected) {
        if (!report.successful()) {
            var message = RawText.of("Exited with error status " + report.exitCode());
            return new Verdict(Status.NON_ZERO_EXIT, message, report);
        }
        return new Verdict(right(output, expected) ? Status.ACCEPTED : Status.WRONG_ANSWER, null, report);
    }

    /** No output is null in Judge0, and null is not the empty text that was expected. */
    private static boolean right(RawText output, @Nullable RawText expected) {
        return expected == null || (!output.isEmpty() && output.matches(expected));
    }

    /** Time and memory averaged over the runs; the exit code of the last. */
    static Measured mean(List<Verdict> runs) {
        long memory = 0;
        for (var run : runs) {
            memory += run.report.memoryKib();
        }
        return new Measured(
                mean(runs, run -> Seconds.of(run.report.cpu())),
                mean(runs, run -> Seconds.of(run.report.wall())),
                Math.toIntExact(memory / runs.size()),
                runs.getLast().report.exitCode());
    }

    private static BigDecimal mean(List<Verdict> runs, Function<Verdict, BigDecimal> value) {
        var sum = runs.stream().map(value).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(runs.size()), 3, RoundingMode.HALF_UP);
    }
}
