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
 * @param asked how often it was asked, from 0
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
        implements Due {

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

    /** The same token, to be asked again as if it had not been asked: nobody answered. */
    public PendingToken unanswered(Instant notBefore, boolean replaced) {
        return asked(asked, notBefore, startedAt, replaced);
    }

    /** The same token, to be asked again. */
    public PendingToken again(Instant notBefore, @Nullable Instant startedAt, boolean replaced) {
        return asked(asked + 1, notBefore, startedAt, replaced);
    }

    private PendingToken asked(int times, Instant notBefore, @Nullable Instant startedAt, boolean replaced) {
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
                times,
                issuedAt,
                startedAt,
                replaced,
                submittedAt);
    }
}
