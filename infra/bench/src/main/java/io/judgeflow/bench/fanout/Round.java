package io.judgeflow.bench.fanout;

import io.judgeflow.bench.Feed;
import io.judgeflow.bench.Latencies;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.testkit.process.Patience;
import io.judgeflow.testkit.process.Usage;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import reactor.core.publisher.Flux;

/** Everybody listens, the results are written as planned, and everybody hears how it ends. */
record Round(Feed feed, Plan plan, int listeners) {

    private static final Duration TO_BEGIN = Duration.ofMinutes(1);
    private static final Duration TO_END = Duration.ofMinutes(2);
    private static final int AT_ONCE = 1_000;

    /**
     * What came of it.
     *
     * @param latencies from when a job's end was to be written until a listener knew it
     * @param missing listeners who do not know the end, or whose streams did not end with it
     * @param events that were read since the beginning
     * @param bytes of them
     * @param usage of who was listened to, in the meantime
     */
    record Measured(Latencies latencies, int missing, long events, long bytes, Usage usage) {}

    /**
     * Returns when all have heard, or two minutes after the last was written.
     *
     * @throws IllegalStateException when not everybody listens within a minute
     */
    Measured run(Audience audience, Supplier<Usage> usage) throws IOException {
        Flux.fromIterable(plan.first())
                .flatMap(state -> feed.publish(Topics.RESULTS, state.jobId(), state), AT_ONCE)
                .blockLast();
        var heard = new Heard(listeners, plan.last());
        try (var listening = audience.listen(plan, heard)) {
            if (!Patience.until(() -> heard.listening() == listeners, TO_BEGIN)) {
                throw new IllegalStateException(
                        "only " + heard.listening() + " of " + listeners + " are told anything");
            }
            var usedBefore = usage.get();
            var eventsBefore = heard.events();
            var bytesBefore = heard.bytes();
            var begun = write();
            Patience.until(() -> heard.ended() == listeners && listening.open() == 0, TO_END);
            return new Measured(
                    Latencies.between(meant(begun), heard.ends()),
                    Math.max(listeners - heard.ended(), listening.open()),
                    heard.events() - eventsBefore,
                    heard.bytes() - bytesBefore,
                    usage.get().since(usedBefore));
        }
    }

    private long[] meant(long begun) {
        return LongStream.of(plan.ends(listeners)).map(end -> begun + end).toArray();
    }

    private long write() {
        var begun = System.nanoTime();
        for (var change : plan.changes()) {
            pauseUntil(begun + change.at());
            var state = change.state();
            feed.publish(Topics.RESULTS, state.jobId(), state).subscribe();
        }
        return begun;
    }

    private static void pauseUntil(long time) {
        for (var left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
