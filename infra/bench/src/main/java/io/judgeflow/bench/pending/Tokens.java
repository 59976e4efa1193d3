package io.judgeflow.bench.pending;

import io.judgeflow.bench.Feed;
import io.judgeflow.contracts.event.PendingToken;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Origin;
import io.judgeflow.contracts.topic.Topics;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Flux;

/** The tokens of a schedule, in turns on every rung: due times rise along each partition. */
record Tokens(Schedule schedule, String instance) {

    private static final int AT_ONCE = 1_000;

    /** Returns when the brokers have them all. */
    void publish(Feed feed) {
        var rungs = Topics.PENDING.delays();
        Flux.range(0, schedule.tokens())
                .map(this::token)
                .flatMap(token -> feed.publish(Topics.pending(rungs.get(token.asked())), token.jobId(), token), AT_ONCE)
                .blockLast();
    }

    private PendingToken token(int number) {
        var now = Instant.now();
        var due = schedule.due(number);
        return new PendingToken(
                Schema.VERSION,
                new JobId(new UUID(due, number)),
                0,
                1,
                instance,
                PromptJudge.token(due, number),
                new Origin(0, 0),
                "bash",
                Instant.ofEpochMilli(due),
                number % Topics.PENDING.delays().size(),
                now,
                null,
                false,
                now);
    }
}
