package io.judgeflow.bench.sink;

import io.judgeflow.bench.History;
import io.judgeflow.bench.Place;
import io.judgeflow.bench.Store;
import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;

/** The baseline: the same statement, committed for each result alone. */
final class Singles {

    private Singles() {}

    /** Rows per second. */
    static double measure(Place place, int results, int atOnce) {
        var states = Stream.generate(() -> History.of(History.job(1), 3).getLast())
                .limit(results)
                .toList();
        try (var store = Store.open(place.databaseUrl())) {
            var begun = System.nanoTime();
            Flux.fromIterable(states)
                    .flatMap(state -> store.table().upsert(List.of(state)), atOnce)
                    .blockLast();
            return results * 1e9 / (System.nanoTime() - begun);
        }
    }
}
