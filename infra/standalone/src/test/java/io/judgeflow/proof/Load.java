package io.judgeflow.proof;

import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.job.JobId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** Jobs that come at a steady rate, whatever becomes of them. */
final class Load implements AutoCloseable {

    private static final int TURNS = 50;

    private final Map<JobId, JobSubmitted> accepted = new ConcurrentHashMap<>();
    private final AtomicLong number = new AtomicLong();
    private final Disposable running;

    /**
     * Begins at once.
     *
     * @param program what the n-th job runs
     */
    Load(Platform platform, int rate, LongFunction<String> program) {
        var each = Math.max(1, rate / TURNS);
        running = Flux.interval(Duration.ofSeconds(1).dividedBy(Math.max(1, rate / each)))
                .onBackpressureBuffer()
                .concatMap(turn -> Flux.range(0, each)
                        .map(i -> Platform.job(program.apply(number.getAndIncrement())))
                        .collectList()
                        .flatMap(jobs -> platform.submitAll(jobs).doOnSuccess(done -> jobs.forEach(this::accept))))
                .subscribe();
    }

    private void accept(JobSubmitted job) {
        accepted.put(job.jobId(), job);
    }

    /** What the brokers have acknowledged so far. */
    List<JobSubmitted> accepted() {
        return Collections.unmodifiableList(new ArrayList<>(accepted.values()));
    }

    @Override
    public void close() {
        running.dispose();
    }
}
