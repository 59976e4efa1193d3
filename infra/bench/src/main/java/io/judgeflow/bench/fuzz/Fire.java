package io.judgeflow.bench.fuzz;

import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.kafka.scan.TopicScan;
import io.judgeflow.testkit.process.Patience;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Bad records, bad requests and right jobs, all at once, in rounds. */
final class Fire implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration QUIET = Duration.ofSeconds(3);

    private final Records records;
    private final Requests requests;
    private final Probes probes;
    private final Heap heap = new Heap();
    private final TopicScan scan;
    private final Problems problems;

    Fire(long seed, Pipeline pipeline, Duration bound, Problems problems) throws IOException, InterruptedException {
        var known = new KnownJobs();
        var bad = new BadRecords(seed, known, pipeline.instance(), Pipeline.PARTITIONS, Clock.systemUTC());
        this.records = new Records(bad, known, pipeline.brokers(), problems);
        this.requests = new Requests(seed, pipeline, problems);
        this.probes = new Probes(pipeline, bound, problems);
        this.scan = Evidence.scan(pipeline);
        this.problems = problems;
    }

    /** Input of these numbers; ends with the right jobs that were submitted in its midst. */
    void round(long fromRecord, long toRecord, long fromRequest, long toRequest) {
        var writing = CompletableFuture.runAsync(() -> records.write(fromRecord, toRecord));
        var asking = CompletableFuture.runAsync(() -> requests.send(fromRequest, toRequest));
        var jobs = probes.submit();
        CompletableFuture.allOf(writing, asking, jobs).join();
        heap.sample();
    }

    /** The evidence as soon as nothing is open any more, or as it is after a while. */
    Evidence settled() {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var evidence = Evidence.read(scan);
        while (System.nanoTime() < end && !(evidence.isGood() && isQuiet())) {
            evidence = Evidence.read(scan);
        }
        if (!isQuiet()) {
            problems.found("something goes round and round in the rungs");
        }
        probes.submit().join();
        return Evidence.read(scan);
    }

    /** Whether nothing is put on any rung any more. */
    private boolean isQuiet() {
        var before = written();
        return !Patience.until(() -> written() != before, QUIET);
    }

    private long written() {
        var pending = Topics.PENDING.delays().stream().map(Topics::pending);
        var deferred = Topics.DEFERRALS.delays().stream().map(Topics::deferred);
        return Stream.concat(pending, deferred)
                .mapToLong(topic -> scan.stretch(topic, null, null).length())
                .sum();
    }

    Requests requests() {
        return requests;
    }

    Probes probes() {
        return probes;
    }

    Heap heap() {
        return heap;
    }

    @Override
    public void close() {
        records.close();
        requests.close();
        probes.close();
    }
}
