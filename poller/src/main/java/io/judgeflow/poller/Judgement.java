package io.judgeflow.poller;

import io.judgeflow.contracts.event.RunOutput;
import io.judgeflow.contracts.job.Verdict;
import io.judgeflow.judge0.Report;
import java.util.Optional;

/** Judge0's status numbers as verdicts. */
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

    static RunOutput output(Report.Finished finished) {
        return new RunOutput(
                        finished.stdout(),
                        finished.stderr(),
                        finished.compileOutput(),
                        finished.message(),
                        finished.time(),
                        finished.memory())
                .cut(LONGEST_OUTPUT);
    }
}
