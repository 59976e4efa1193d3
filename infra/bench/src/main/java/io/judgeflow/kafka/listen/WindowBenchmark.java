package io.judgeflow.kafka.listen;

import io.judgeflow.contracts.topic.Topics;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.NullMarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import reactor.core.publisher.Mono;

/**
 * What it costs a record to be one of many under way, of which each batch ends in another order than it began; beside a
 * queue and a counter.
 */
@NullMarked
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WindowBenchmark {

    private static final int RECORDS = 10_000;
    private static final int UNDER_WAY = 256;
    private static final int WEIGHT = 500;

    private static final Subscription<byte[], byte[]> AS_THEY_ARE =
            new Subscription<>(Topics.DEAD_LETTERS, received -> Mono.empty());

    private final List<ConsumerRecord<byte[], byte[]>> records = records();
    private final AtomicLong taken = new AtomicLong();

    private static List<ConsumerRecord<byte[], byte[]>> records() {
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        for (var offset = 0; offset < RECORDS; offset++) {
            records.add(new ConsumerRecord<>("topic", 0, offset, new byte[36], new byte[WEIGHT]));
        }
        return records;
    }

    /** Takes a place, starts, ends, gives the place back; the mark is taken after each batch. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public long windowAndTracker() {
        var window = new Window(UNDER_WAY, Long.MAX_VALUE, () -> {});
        var tracker = new OffsetTracker();
        var slots = new ArrayList<OffsetTracker.Slot>(UNDER_WAY);
        var mark = 0L;
        for (var offset = 0L; offset < RECORDS; offset++) {
            if (!window.take(WEIGHT)) {
                end(slots, window);
                mark = tracker.takeMark();
                window.take(WEIGHT);
            }
            slots.add(tracker.start(offset));
        }
        end(slots, window);
        return mark + tracker.takeMark();
    }

    /** The same with what comes before: fetched, opened, looked at whether it is due. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public long lane() {
        var window = new Window(UNDER_WAY, Long.MAX_VALUE, () -> {});
        var lane = new Lane(AS_THEY_ARE);
        var slots = new ArrayList<OffsetTracker.Slot>(UNDER_WAY);
        records.forEach(lane::add);
        var marks = 0L;
        for (var started = 0; started < RECORDS; started += slots.size()) {
            end(slots, window);
            lane.startDue(1, window, (delivery, slot) -> slots.add(slot));
            marks += lane.tracker().takeMark();
        }
        end(slots, window);
        return marks + lane.tracker().takeMark();
    }

    /** Oldest last. */
    private static void end(List<OffsetTracker.Slot> slots, Window window) {
        for (var slot : slots.reversed()) {
            slot.end();
            window.give(WEIGHT);
        }
        slots.clear();
    }

    /** In order, and nobody else may end anything. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public long baselineQueueAndCounter() {
        var queue = new ArrayDeque<Long>();
        var mark = 0L;
        for (var offset = 0L; offset < RECORDS; offset++) {
            if (taken.get() == UNDER_WAY) {
                while (!queue.isEmpty()) {
                    mark = queue.remove();
                    taken.decrementAndGet();
                }
            }
            taken.incrementAndGet();
            queue.add(offset);
        }
        taken.set(0);
        return mark;
    }
}
