package io.judgeflow.bench.sink;

import io.micrometer.core.instrument.MeterRegistry;

/** How far a sink is, by its own metrics. */
record Progress(MeterRegistry metrics) {

    /** Results that a statement was begun for. */
    long begun() {
        return (long) metrics.get("judgeflow.sink.batch").summary().totalAmount();
    }

    /** Results whose batches are committed; says 0 while one is under way. */
    long ended() {
        var ended = metrics.get("judgeflow.sink.write").timer().count();
        var results = begun();
        return metrics.get("judgeflow.sink.batch").summary().count() == ended ? results : 0;
    }
}
