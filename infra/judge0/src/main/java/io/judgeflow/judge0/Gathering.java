package io.judgeflow.judge0;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;

/**
 * Runs that wait to be handed over. With nothing under way a run goes at once and alone; meanwhile others gather, and go
 * together when the answer is there, when they fill a request, or when the first has waited long enough. So nobody waits
 * where there is no load, and under load every request is as full as it can be. May be used from any thread.
 */
final class Gathering {

    /** Judge0 1.13.1 takes twenty at once unless configured otherwise. */
    private static final int FULL = 20;

    /** A slow answer to others should not keep a run for longer. */
    private static final Duration LONGEST = Duration.ofMillis(50);

    private final Function<List<Run>, Mono<List<Submitted>>> handOver;
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private int underWay;
    private boolean timed;

    /** @param handOver never fails; one outcome per run, in order */
    Gathering(Function<List<Run>, Mono<List<Submitted>>> handOver) {
        this.handOver = handOver;
    }

    /** Completes with what became of the run; fails as its request did when that took no run. */
    Mono<Submitted> add(Run run) {
        return Mono.create(sink -> go(joined(new Waiting(run, sink))));
    }

    private synchronized List<Waiting> joined(Waiting run) {
        waiting.add(run);
        if (underWay == 0 || waiting.size() >= FULL) {
            return taken();
        }
        if (!timed) {
            timed = true;
            Schedulers.parallel().schedule(() -> go(overdue()), LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        }
        return List.of();
    }

    private synchronized List<Waiting> overdue() {
        timed = false;
        return taken();
    }

    private synchronized List<Waiting> next() {
        underWay--;
        return taken();
    }

    private List<Waiting> taken() {
        var batch = new ArrayList<Waiting>(Math.min(waiting.size(), FULL));
        while (!waiting.isEmpty() && batch.size() < FULL) {
            batch.add(waiting.remove());
        }
        underWay += batch.isEmpty() ? 0 : 1;
        return batch;
    }

    private void go(List<Waiting> batch) {
        if (!batch.isEmpty()) {
            handOver.apply(batch.stream().map(Waiting::run).toList())
                    .doFinally(end -> go(next()))
                    .subscribe(
                            outcomes -> end(batch, outcomes),
                            bug -> batch.forEach(one -> one.sink().error(bug)));
        }
    }

    private static void end(List<Waiting> batch, List<Submitted> outcomes) {
        for (var i = 0; i < batch.size(); i++) {
            var sink = batch.get(i).sink();
            switch (outcomes.get(i)) {
                case Submitted.Issued issued -> sink.success(issued);
                case Submitted.Rejected rejected -> sink.success(rejected);
                case Submitted.NotTaken notTaken -> sink.error(notTaken.why());
            }
        }
    }

    private record Waiting(Run run, MonoSink<Submitted> sink) {}
}
