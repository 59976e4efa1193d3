package io.judgeflow.bench.fanout;

import io.judgeflow.bench.Feed;
import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.RunOutput;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Status;
import io.judgeflow.contracts.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** A job that has more and more to say, a hundred kilobytes at a time, until it is closed. */
record Chatter(JobId job, Disposable talking) implements AutoCloseable {

    private static final Duration BETWEEN_CHANGES = Duration.ofMillis(50);
    private static final RunOutput MUCH = new RunOutput("x".repeat(100_000), null, null, null, null, null);

    static Chatter start(Feed feed) {
        var first = Plan.ownJobs(1, 1).first().getFirst();
        var talking = Mono.just(first)
                .expand(state -> feed.publish(Topics.RESULTS, state.jobId(), state)
                        .then(Mono.delay(BETWEEN_CHANGES))
                        .thenReturn(next(state)))
                .then()
                .subscribe();
        return new Chatter(first.jobId(), talking);
    }

    private static JobResult next(JobResult state) {
        return state.next(state.tests(), new JobResult.Standing(Status.RUNNING, null, null, MUCH), Instant.now());
    }

    @Override
    public void close() {
        talking.dispose();
    }
}
