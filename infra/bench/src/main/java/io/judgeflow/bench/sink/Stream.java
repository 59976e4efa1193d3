package io.judgeflow.bench.sink;

import io.judgeflow.bench.Feed;
import io.judgeflow.bench.History;
import io.judgeflow.bench.Place;
import io.judgeflow.bench.Scorer;
import io.judgeflow.bench.Store;
import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.testkit.process.Patience;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import reactor.core.publisher.Flux;

/** Results that lie in the topic, and the sink that takes them into the table. */
final class Stream {

    private static final int AT_ONCE = 2000;
    private static final int LOOKED_AT = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private Stream() {}

    /** Rows per second, of results that are each of another job, from the first batch to the last commit. */
    static double measure(Place place, int results) {
        var prefix = "stream-" + UUID.randomUUID();
        var states = java.util.stream.Stream.generate(
                        () -> History.of(History.job(1), 3).getLast())
                .limit(results)
                .toList();
        publish(place, prefix, states);
        try (var scorer = Scorer.start(place, prefix, settings(place))) {
            var progress = new Progress(scorer.metrics());
            until(() -> progress.begun() > 0, "a first batch");
            var begun = System.nanoTime();
            until(() -> progress.ended() >= results, "all in the table");
            var took = System.nanoTime() - begun;
            var sample = java.util.stream.IntStream.iterate(0, i -> i < results, i -> i + LOOKED_AT)
                    .mapToObj(states::get)
                    .toList();
            verify(place, sample);
            return results * 1e9 / took;
        }
    }

    static Map<String, String> settings(Place place) {
        return Map.of("judgeflow.database.url", place.databaseUrl());
    }

    static void publish(Place place, String prefix, List<JobResult> states) {
        try (var feed = new Feed(place, prefix)) {
            Flux.fromIterable(states)
                    .flatMapSequential(state -> feed.publish(Topics.RESULTS, state.jobId(), state), AT_ONCE)
                    .blockLast();
        }
    }

    /** Each of these is what the table has of its job, whatever the code. */
    static void verify(Place place, List<JobResult> newest) {
        try (var store = Store.open(place.databaseUrl())) {
            var wrong = Flux.fromIterable(newest)
                    .filterWhen(
                            state -> store.queries()
                                    .find(state.jobId())
                                    .map(row -> !row.withCode(null).equals(state.withCode(null)))
                                    .defaultIfEmpty(true),
                            AT_ONCE)
                    .count()
                    .block();
            if (wrong == null || wrong > 0) {
                throw new IllegalStateException(wrong + " of " + newest.size() + " rows are not the newest state");
            }
        }
    }

    static void until(BooleanSupplier condition, String what) {
        Patience.require(condition, PATIENCE, what);
    }
}
