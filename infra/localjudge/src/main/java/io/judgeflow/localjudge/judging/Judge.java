package io.judgeflow.localjudge.judging;

import io.judgeflow.localjudge.submission.Result;
import io.judgeflow.localjudge.submission.Submission;
import io.judgeflow.localjudge.submission.Task;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bounded queue and what becomes of those in it. Results are kept in memory and are gone with this process. */
public final class Judge {

    private static final Logger log = LoggerFactory.getLogger(Judge.class);

    private final Workers workers;
    private final Execution execution;
    private final Retention retention;
    private final Consumer<Submission> afterwards;
    private final Clock clock;
    private final int maxQueueSize;
    private final Semaphore places;

    Judge(
            Workers workers,
            Execution execution,
            Retention retention,
            Consumer<Submission> afterwards,
            Queueing queueing) {
        this.workers = workers;
        this.execution = execution;
        this.retention = retention;
        this.afterwards = afterwards;
        this.clock = queueing.clock();
        this.maxQueueSize = queueing.maxSize();
        this.places = new Semaphore(maxQueueSize);
    }

    /** @param maxSize submissions that may wait */
    record Queueing(int maxSize, Clock clock) {}

    /** Places for {@code count} submissions, or empty if the queue has not so many left; running ones do not count. */
    public Optional<Admission> admit(int count) {
        return places.tryAcquire(count) ? Optional.of(new Admission(this, places, count)) : Optional.empty();
    }

    /** The submission with this token, unless it is unknown or forgotten. */
    public Optional<Submission> find(String token) {
        return retention.find(token);
    }

    /** How many wait. */
    public int waiting() {
        return maxQueueSize - places.availablePermits();
    }

    public int workers() {
        return workers.count();
    }

    /** How many run. */
    public int working() {
        return workers.busy();
    }

    Submission enqueue(Task task) {
        var submission = new Submission(UUID.randomUUID().toString(), task, Instant.now(clock));
        retention.add(submission);
        workers.execute(() -> process(submission));
        return submission;
    }

    private void process(Submission submission) {
        places.release();
        submission.processing();
        submission.finish(result(submission.task()).finishedAt(Instant.now(clock)));
        retention.finished(submission);
        afterwards.accept(submission);
    }

    private Result result(Task task) {
        try {
            return execution.execute(task);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Result.internalError("the judge was stopped");
        } catch (RuntimeException bug) {
            log.error("A submission could not be executed", bug);
            return Result.internalError(bug.toString());
        }
    }
}
