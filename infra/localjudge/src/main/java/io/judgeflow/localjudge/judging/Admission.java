package io.judgeflow.localjudge.judging;

import io.judgeflow.localjudge.submission.Submission;
import io.judgeflow.localjudge.submission.Task;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Places in the queue, held for one request until it is known how many it needs. */
public final class Admission implements AutoCloseable {

    private final Judge judge;
    private final Semaphore places;
    private final AtomicInteger unused;

    Admission(Judge judge, Semaphore places, int held) {
        this.judge = judge;
        this.places = places;
        this.unused = new AtomicInteger(held);
    }

    /** Queues a task in one of the places held. */
    public Submission submit(Task task) {
        if (unused.decrementAndGet() < 0) {
            throw new IllegalStateException("more submissions than places in the queue");
        }
        return judge.enqueue(task);
    }

    /** Gives back the places that were not needed. */
    @Override
    public void close() {
        places.release(Math.max(0, unused.getAndSet(0)));
    }
}
