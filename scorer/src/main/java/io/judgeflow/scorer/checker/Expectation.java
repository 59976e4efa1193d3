package io.judgeflow.scorer.checker;

import io.judgeflow.contracts.event.RunOutput;
import io.judgeflow.contracts.job.ChosenChecker;
import io.judgeflow.contracts.job.Verdict;
import java.util.Objects;

/**
 * What one test has to print, and by which checker of ours that is judged.
 *
 * @param test position in the job
 */
public record Expectation(int test, ChosenChecker checker, String expected) {

    /** The remark where an output cannot be compared: it may be right and is not accepted. */
    static final String NOT_WHOLE = "the output was cut: it could not be compared in full and is not accepted";

    /**
     * The verdict and the output that explains it. Judge0 compares too, by its own rule: to it the program ran well
     * whether it then says accepted or wrong answer, and any other verdict of Judge0's stands. Of an output that was cut
     * on its way Judge0 has seen all, so what its rule says of ours is still known.
     */
    public Judged judge(Verdict judge0, RunOutput output) {
        return switch (judge0) {
            case ACCEPTED, WRONG_ANSWER -> output.whole() ? compare(output) : infer(judge0, output);
            case TIME_LIMIT, COMPILATION_ERROR, RUNTIME_ERROR, MEMORY_LIMIT, REFUSED, GAVE_UP ->
                new Judged(judge0, false, output);
        };
    }

    private Judged compare(RunOutput output) {
        var right = Checker.of(checker).accepts(expected, Objects.requireNonNullElse(output.stdout(), ""));
        return new Judged(right ? Verdict.ACCEPTED : Verdict.WRONG_ANSWER, true, output);
    }

    private Judged infer(Verdict judge0, RunOutput output) {
        var accepted = judge0 == Verdict.ACCEPTED;
        var known = switch (Checker.of(checker).strictness()) {
            case STRICTER -> !accepted;
            case SAME -> true;
            case LOOSER -> accepted;
        };
        return known
                ? new Judged(judge0, true, output)
                : new Judged(Verdict.WRONG_ANSWER, true, output.remarking(NOT_WHOLE));
    }

    /**
     * A verdict, and the output that goes with it.
     *
     * @param ours whether the checker decided; false when the program did not get that far
     */
    public record Judged(Verdict verdict, boolean ours, RunOutput output) {}
}
