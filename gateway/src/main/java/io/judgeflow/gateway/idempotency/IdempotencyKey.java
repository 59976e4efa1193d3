package io.judgeflow.gateway.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.judgeflow.contracts.job.JobId;
import io.judgeflow.gateway.problem.Problem;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client's own name for a submission, as the header {@code Idempotency-Key}; unique among those of one user. */
public final class IdempotencyKey {

    private static final int LONGEST = 255;
    private static final long OWN_LAYOUT = 8;

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

    /**
     * The id of the job: a UUIDv8 (RFC 9562) of owner and key, so that every gateway comes to the same one, without asking
     * anybody, and the records of all repetitions lie in one partition.
     */
    public JobId jobId(@Nullable String owner) {
        var whose = owner == null ? "-" : owner.length() + ":" + owner;
        var bytes = ByteBuffer.wrap(Sha256.of(("judgeflow " + whose + " " + text).getBytes(UTF_8)));
        var high = (bytes.getLong() & ~0xF000L) | (OWN_LAYOUT << 12);
        var low = (bytes.getLong() & ~(3L << 62)) | (2L << 62);
        return new JobId(new UUID(high, low));
    }

    /** Whether the id was made from a key. */
    public static boolean made(JobId id) {
        return id.value().version() == OWN_LAYOUT;
    }

    /** It may be guessed from, and so stays out of logs. */
    @Override
    public String toString() {
        return "IdempotencyKey";
    }
}
