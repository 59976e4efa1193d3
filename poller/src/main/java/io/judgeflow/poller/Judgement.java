package io.judgeflow.poller;

import io.judgeflow.contracts.event.PendingToken;
import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.event.RunOutput;
import io.judgeflow.contracts.event.RunTimes;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.Attempt;
import io.judgeflow.contracts.job.Verdict;
import io.judgeflow.judge0.Report;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judge0's reports as verdicts, whether they were asked for or called back. */
final class Judgement {

    /** Longest text of one output, in characters; the rest is cut with a marker. */
    static final int LONGEST_OUTPUT = 64 * 1024;

    private Judgement() {}

    /** Empty for 13, internal error, and for numbers unknown in Judge0 1.13.1: the judge's fault, not the author's. */
    static Optional<Verdict> of(Report.Finished finished) {
        return switch (finished.statusId()) {
            case 3 -> Optional.of(Verdict.ACCEPTED);
            case 4 -> Optional.of(Verdict.WRONG_ANSWER);
            case 5 -> Optional.of(Verdict.TIME_LIMIT);
            case 6 -> Optional.of(Verdict.COMPILATION_ERROR);
            case 7, 8, 9, 10, 11, 12, 14 -> Optional.of(Verdict.RUNTIME_ERROR);
            default -> Optional.empty();
        };
    }

    /**
     * The verdict as a fact; empty when it is the judge's fault.
     *
     * @param takenAt when the instance took the run; null when nobody says
     */
    static Optional<Progress.Judged> judged(
            Attempt attempt, Report.Finished finished, @Nullable Instant takenAt, Instant now) {
        return of(finished)
                .map(verdict -> new Progress.Judged(
                        Schema.VERSION,
                        attempt.jobId(),
                        attempt.test(),
                        attempt.number(),
                        attempt.instance(),
                        verdict,
                        output(finished),
                        now,
                        times(finished, takenAt)));
    }

    /** Judge0 1.13.1 tells when a run came and when it was over, and how long it ran: what is left it waited, or compiled. */
    private static @Nullable RunTimes times(Report.Finished finished, @Nullable Instant takenAt) {
        var ran = finished.wallTime();
        var took = finished.took();
        var queued =
                took == null ? null : Double.valueOf(Math.max(0, took.toMillis() / 1000.0 - (ran == null ? 0 : ran)));
        return takenAt == null && ran == null && queued == null ? null : new RunTimes(takenAt, queued, ran);
    }

    /** Which attempt a token stands for. */
    static Attempt attempt(PendingToken token) {
        return new Attempt(token.jobId(), token.test(), token.attempt(), token.instance());
    }

    private static RunOutput output(Report.Finished finished) {
        return new RunOutput(
                        finished.stdout(),
                        finished.stderr(),
                        finished.compileOutput(),
                        finished.message(),
                        finished.time(),
                        finished.memory(),
                        finished.exitCode(),
                        finished.evidence().exitSignal(),
                        finished.evidence().memoryLimit(),
                        finished.evidence().stdoutCut() ? true : null)
                .cut(LONGEST_OUTPUT);
    }
}
