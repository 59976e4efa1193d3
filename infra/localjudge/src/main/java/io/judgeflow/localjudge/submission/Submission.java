package io.judgeflow.localjudge.submission;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** One submission: what was asked, and the latest of what came out. */
public final class Submission {

    private final String token;
    private final Task task;
    private final Instant createdAt;
    private final CompletableFuture<Result> end = new CompletableFuture<>();
    private volatile Result result = Result.unfinished(Status.IN_QUEUE);

    public Submission(String token, Task task, Instant createdAt) {
        this.token = token;
        this.task = task;
        this.createdAt = createdAt;
    }

    /** A random UUID, its only name. */
    public String token() {
        return token;
    }

    public Task task() {
        return task;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Result result() {
        return result;
    }

    /** Completes with the final result, never exceptionally. */
    public CompletableFuture<Result> end() {
        return end.copy();
    }

    public void processing() {
        result = Result.unfinished(Status.PROCESSING);
    }

    public void finish(Result last) {
        result = last;
        end.complete(last);
    }

    /** About how many bytes it holds in memory. */
    public long weight() {
        return task.weight() + result.weight();
    }
}
