package io.judgeflow.gateway.idempotency;

import io.judgeflow.contracts.job.JobId;
import io.judgeflow.gateway.problem.Problem;
import org.jspecify.annotations.Nullable;

/** A client's own name for a submission, as the header {@code Idempotency-Key}; unique among those of one user. */
public final class IdempotencyKey {

    private static final int LONGEST = 255;

    private final String text;

    private IdempotencyKey(String text) {
        this.text = text;
    }

    /**
     * Reads the header; null when there is none.
     *
     * @throws Problem 400 when it is not 1 to 255 visible characters of ASCII
     */
    public static @Nullable IdempotencyKey of(@Nullable String header) {
        if (header == null) {
            return null;
        }
        if (header.isEmpty()
                || header.length() > LONGEST
                || header.chars().anyMatch(character -> character < ' ' || character > '~')) {
            throw Problem.parameter("Idempotency-Key", "must have 1 to " + LONGEST + " visible characters of ASCII");
        }
        return new IdempotencyKey(header);
    }

    /** The key of one submission of a batch that has this key. */
    public IdempotencyKey item(long position) {
        return new IdempotencyKey(text + "\n" + position);
    }

    /** The id of the job: derived from owner and key, so that every gateway comes to the same one. */
    public JobId jobId(@Nullable String owner) {
        var whose = owner == null ? "-" : owner.length() + ":" + owner;
        return JobId.derivedFrom("judgeflow " + whose + " " + text);
    }

    /** It may be guessed from, and so stays out of logs. */
    @Override
    public String toString() {
        return "IdempotencyKey";
    }
}
