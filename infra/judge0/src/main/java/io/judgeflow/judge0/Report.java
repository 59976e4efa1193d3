package io.judgeflow.judge0;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How one run is doing. */
public sealed interface Report {

    /** The token that was asked about. */
    String token();

    /** In the instance's queue (status 1). */
    record Waiting(String token) implements Report {}

    /** Being executed (status 2), or lost with the worker that executed it: Judge0 1.13.1 cannot tell the two apart. */
    record Processing(String token) implements Report {}

    /** The instance does not know the token: it was never issued there, or was deleted. */
    record Unknown(String token) implements Report {}

    /**
     * The run is over. Outputs are UTF-8; bytes that are not are replaced by U+FFFD, as programs may print anything
     * while the events that carry the text may not. Outputs beyond the configured size are cut and end in a marker.
     *
     * @param token the token that was asked about
     * @param statusId 3 and above; 13 is the instance's own fault
     * @param statusDescription Judge0's words, for example {@code Accepted}
     * @param stdout null when the program printed nothing
     * @param stderr null when the program printed nothing
     * @param compileOutput null when the compiler said nothing
     * @param message Judge0's remark, for example {@code Exited with error status 1}
     * @param time CPU time in seconds; null after a compile error
     * @param wallTime elapsed time in seconds; null after a compile error
     * @param memory peak in KiB; null after a compile error
     * @param exitCode null after a compile error; 0 also after a time limit or a signal, so never a sign of success
     * @param took from being accepted to being over, the time in the queue included; null where nobody says
     * @param evidence how the run ended, beyond what Judge0 makes a status of
     */
    record Finished(
            String token,
            int statusId,
            String statusDescription,
            @Nullable String stdout,
            @Nullable String stderr,
            @Nullable String compileOutput,
            @Nullable String message,
            @Nullable Double time,
            @Nullable Double wallTime,
            @Nullable Integer memory,
            @Nullable Integer exitCode,
            @Nullable Duration took,
            Evidence evidence)
            implements Report {

        /** One that ended as nearly all do. */
        public Finished(
                String token,
                int statusId,
                String statusDescription,
                @Nullable String stdout,
                @Nullable String stderr,
                @Nullable String compileOutput,
                @Nullable String message,
                @Nullable Double time,
                @Nullable Double wallTime,
                @Nullable Integer memory,
                @Nullable Integer exitCode,
                @Nullable Duration took) {
            this(
                    token,
                    statusId,
                    statusDescription,
                    stdout,
                    stderr,
                    compileOutput,
                    message,
                    time,
                    wallTime,
                    memory,
                    exitCode,
                    took,
                    Evidence.NONE);
        }

        /** The same with this remark instead of Judge0's, and the outputs, of which there are none, known to be cut. */
        Finished withoutOutputs(String remark) {
            return new Finished(
                    token,
                    statusId,
                    statusDescription,
                    stdout,
                    stderr,
                    compileOutput,
                    remark,
                    time,
                    wallTime,
                    memory,
                    exitCode,
                    took,
                    new Evidence(evidence.exitSignal(), evidence.memoryLimit(), true));
        }

        /** Says nothing about the outputs, so that a report may stand in a log line. */
        @Override
        public String toString() {
            return "Finished[token=" + token + ", status=" + statusId + " " + statusDescription + "]";
        }
    }

    /**
     * How a run ended.
     *
     * @param exitSignal the signal that ended it; null for none, or for one that Judge0's shell turned into an exit code
     * @param memoryLimit what it was limited to, in KiB; null where nobody says
     * @param stdoutCut whether the program printed more than {@code stdout} holds
     */
    record Evidence(@Nullable Integer exitSignal, @Nullable Integer memoryLimit, boolean stdoutCut) {

        /** No more than that it ended. */
        public static final Evidence NONE = new Evidence(null, null, false);
    }
}
