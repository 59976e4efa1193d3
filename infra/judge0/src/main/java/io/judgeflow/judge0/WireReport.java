package io.judgeflow.judge0;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A submission as Judge0 shows it; everything may be null until it is over. Times arrive as decimal text. */
record WireReport(
        @JsonProperty("token") @Nullable String token,
        @JsonProperty("status") @Nullable WireStatus status,
        @JsonProperty("stdout") @Nullable String stdout,
        @JsonProperty("stderr") @Nullable String stderr,
        @JsonProperty("compile_output") @Nullable String compileOutput,
        @JsonProperty("message") @Nullable String message,
        @JsonProperty("time") @Nullable Double time,
        @JsonProperty("wall_time") @Nullable Double wallTime,
        @JsonProperty("memory") @Nullable Integer memory,
        @JsonProperty("exit_code") @Nullable Integer exitCode,
        @JsonProperty("exit_signal") @Nullable Integer exitSignal,
        @JsonProperty("memory_limit") @Nullable Integer memoryLimit,
        @JsonProperty("created_at") @Nullable String createdAt,
        @JsonProperty("finished_at") @Nullable String finishedAt) {

    static final String FIGURES =
            "token,status,time,wall_time,memory,exit_code,exit_signal,memory_limit,created_at,finished_at";
    static final String FIELDS = FIGURES + ",stdout,stderr,compile_output,message";

    /** Judge0 1.13.1: accepted and wrong answer. */
    private static final Set<Integer> OUTPUT_COMPARED = Set.of(3, 4);

    /** Several submissions in one answer; null stands for an unknown token. */
    record Batch(@JsonProperty("submissions") @Nullable List<@Nullable WireReport> submissions) {}

    /** Judge0's status; 1 and 2 are under way, from 3 on it is over. */
    record WireStatus(
            @JsonProperty("id") int id,
            @JsonProperty("description") @Nullable String description) {}

    /**
     * Null when this is not about the token.
     *
     * @param limitedTo what is known of the memory limit where this does not say it, in KiB
     */
    @Nullable
    Report about(String asked, int outputLimit, @Nullable Integer limitedTo) {
        if (status == null || !asked.equals(token)) {
            return null;
        }
        return switch (status.id()) {
            case 1 -> new Report.Waiting(asked);
            case 2 -> new Report.Processing(asked);
            default -> finished(asked, status, outputLimit, limitedTo);
        };
    }

    private Report finished(String asked, WireStatus status, int outputLimit, @Nullable Integer limitedTo) {
        var remark = Output.of(message, outputLimit);
        return new Report.Finished(
                asked,
                status.id(),
                status.description() == null ? "" : status.description(),
                Output.of(stdout, outputLimit),
                Output.of(stderr, outputLimit),
                Output.of(compileOutput, outputLimit),
                remark,
                time,
                wallTime,
                memory,
                exitCode(status.id(), remark),
                took(),
                new Report.Evidence(
                        exitSignal == null ? Remark.signal(remark) : exitSignal,
                        memoryLimit == null ? limitedTo : memoryLimit,
                        Output.exceeds(stdout, outputLimit)));
    }

    /** A callback leaves it out; only of a program that exits with 0 does Judge0 look at what it printed. */
    private @Nullable Integer exitCode(int statusId, @Nullable String remark) {
        if (exitCode != null) {
            return exitCode;
        }
        return OUTPUT_COMPARED.contains(statusId) ? Integer.valueOf(0) : Remark.exitCode(remark);
    }

    /** From being accepted to being over, by the instance's own clock; null where it does not say. */
    private @Nullable Duration took() {
        if (createdAt == null || finishedAt == null) {
            return null;
        }
        try {
            var took = Duration.between(Instant.parse(createdAt), Instant.parse(finishedAt));
            return took.isNegative() ? null : took;
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
