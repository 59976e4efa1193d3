package io.judgeflow.contracts.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a job and the key of every record about it; a UUIDv7 when the gateway made it, a UUIDv8 when it was
 * derived from a text.
 */
public record JobId(UUID value) {

    private static final int OWN_LAYOUT = 8;

    private static final int LENGTH = 36;

    /**
     * Reads the canonical text form, and no other: the same job must always have the same key, or its records would lie
     * in different partitions.
     *
     * @throws IllegalArgumentException when the text is not a UUID of 36 characters in lower case
     */
    @JsonCreator
    public static JobId of(String text) {
        var id = text.length() == LENGTH ? parse(text) : null;
        if (id == null || !id.toString().equals(text)) {
            throw new IllegalArgumentException("a job id is a UUID of 36 characters in lower case");
        }
        return new JobId(id);
    }

    private static @Nullable UUID parse(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            // The JDK's own complaint would quote the text.
            return null;
        }
    }

    /**
     * The id that belongs to this text: a UUIDv8 (RFC 9562) of its SHA-256. Whoever has the text comes to the same id,
     * without asking anybody; so a job submitted again is a repetition, which lies in the same partition and is not run.
     */
    public static JobId derivedFrom(String text) {
        var digest = ByteBuffer.wrap(sha256(text.getBytes(UTF_8)));
        var high = (digest.getLong() & ~0xF000L) | (OWN_LAYOUT << 12);
        var low = (digest.getLong() & ~(3L << 62)) | (2L << 62);
        return new JobId(new UUID(high, low));
    }

    /** Whether it was {@linkplain #derivedFrom derived}, so that there may be several submissions of it. */
    public boolean derived() {
        return value.version() == OWN_LAYOUT;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
