package io.judgeflow.testkit.judge0;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** How many requests of each kind came in, and how many tokens they asked about. */
final class Served {

    private final Map<Call, LongAdder> requests = new EnumMap<>(Call.class);
    private final LongAdder tokens = new LongAdder();
    private final AtomicInteger mostTokens = new AtomicInteger();

    Served() {
        for (var call : Call.values()) {
            requests.put(call, new LongAdder());
        }
    }

    void count(Call call, Query query) {
        of(call).increment();
        var asked = call == Call.ASK ? 1 : query.tokens().size();
        tokens.add(asked);
        mostTokens.accumulateAndGet(asked, Math::max);
    }

    long requests(Call call) {
        return of(call).sum();
    }

    long tokens() {
        return tokens.sum();
    }

    int mostTokens() {
        return mostTokens.get();
    }

    private LongAdder of(Call call) {
        return requests.getOrDefault(call, new LongAdder());
    }
}
