package io.judgeflow.contracts.event;

import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Origin;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One Judge0 token to ask about. A token is only ever asked of the instance that issued it.
 *
 * @param test position of the test in its job
 * @param attempt which attempt at this test the token stands for, from 1
 * @param instance the instance that issued the token
 * @param origin where the job lies in the submissions topic
 * @param language as the user gave it
 * @param notBefore not to be asked before this instant
 * @param asked how far up the ladder of delays it is: one more with every answer, from 0; it begins higher where a
 *     callback is expected
 * @param issuedAt when the instance gave the token
 * @param startedAt when it was first seen processing; null while it is in the instance's queue
 * @param replaced whether another attempt was already asked for; the token stays welcome if it ends first
 * @param submittedAt when the job was accepted; its age counts from here
 */
public record PendingToken(
        int schemaVersion,
        JobId jobId,
        int test,
        int attempt,
        String instance,
        String token,
        Origin origin,
        String language,
        Instant notBefore,
        int asked,
        Instant issuedAt,
        @Nullable Instant startedAt,
        boolean replaced,
        Instant submittedAt)
        implements Due, JobEvent {

    public PendingToken {
        Schema.require(schemaVersion);
        Objects.requireNonNull(jobId, "jobId is missing");
        Objects.requireNonNull(instance, "instance is missing");
        Objects.requireNonNull(token, "token is missing");
        Objects.requireNonNull(origin, "origin is missing");
        Objects.requireNonNull(notBefore, "notBefore is missing");
        Objects.requireNonNull(issuedAt, "issuedAt is missing");
        Objects.requireNonNull(submittedAt, "submittedAt is missing");
    }

    /** The same token, on the same rung once more: the question was not asked, or not answered. */
    public PendingToken later(Instant notBefore) {
        return with(notBefore, asked, startedAt, replaced);
    }

    /** The same token, asked and to be asked again. */
    public PendingToken again(Instant notBefore, @Nullable Instant startedAt) {
        return with(notBefore, asked + 1, startedAt, replaced);
    }

    /** The same token, now that another attempt was asked for. */
    public PendingToken asReplaced() {
        return with(notBefore, asked, startedAt, true);
    }

    /** The same token, told by a clock that is not ahead of ours: whatever has happened, has happened by now. */
    public PendingToken by(Instant now) {
        return new PendingToken(
                schemaVersion,
                jobId,
                test,
                attempt,
                instance,
                token,
                origin,
                language,
                notBefore,
                asked,
                issuedAt.isAfter(now) ? now : issuedAt,
                startedAt != null && startedAt.isAfter(now) ? now : startedAt,
                replaced,
                submittedAt.isAfter(now) ? now : submittedAt);
    }

    private PendingToken with(Instant notBefore, int asked, @Nullable Instant startedAt, boolean replaced) {
        return new PendingToken(
                schemaVersion,
                jobId,
                test,
                attempt,
                instance,
                token,
                origin,
                language,
                notBefore,
                asked,
                issuedAt,
                startedAt,
                replaced,
                submittedAt);
    }
}
