package io.judgeflow.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.testkit.process.ServiceProcess;
import io.judgeflow.testkit.server.TestKafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One gateway in a JVM of its own with many open streams, and one whose client has stopped reading. The results come
 * straight from the topic, so nothing else is measured. {@code -Dstreams.number=10000 -Dstreams.rate=1000
 * -Dstreams.latency=100} asks for the target on a quiet machine, in ms.
 */
class ManyStreamsIT {

    private static final int STREAMS = Integer.getInteger("streams.number", 500);
    private static final int PER_SECOND = Integer.getInteger("streams.rate", 100);
    private static final int LATENCY = Integer.getInteger("streams.latency", 2_000);
    private static final int HEAP = Integer.getInteger("streams.heap", 512);
    private static final int TESTS = 100;
    private static final int PARTITIONS = 6;
    private static final Duration TICK = Duration.ofMillis(10);
    private static final Duration RUN_TIME = Duration.ofMillis(500);
    private static final Pattern AFTER = Pattern.compile("->(\\d+)M\\(");

    @TempDir
    private Path directory;

    private TestKafka broker;
    private Platform platform;
    private GatewayProcess gateway;
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicLongArray told = new AtomicLongArray(STREAMS);
    private final AtomicLongArray heard = new AtomicLongArray(STREAMS);

    @BeforeEach
    void start() {
        broker = TestKafka.start(directory.resolve("kafka"));
        platform = new Platform(broker.bootstrapServers(), PARTITIONS);
        // As on a server: a collector that does not stop the world for all that is alive.
        var collector = List.of("-XX:+UseG1GC");
        var own = directory.resolve("gateway");
        gateway = GatewayProcess.start(broker, GatewayProcess.freePort(), HEAP, collector, own);
    }

    @AfterEach
    void stop() {
        gateway.close();
        platform.close();
        broker.close();
    }

    @Test
    @Timeout(300)
    void everyStreamHearsOfItsOwnJobInTime() throws IOException {
        var jobs = IntStream.range(0, STREAMS)
                .mapToObj(i -> JobResult.queued(Platform.job("x")))
                .toList();
        Flux.fromIterable(jobs).flatMap(this::publish, 1_000).blockLast();
        try (var readers = new StreamReaders(gateway.awaitReady().port(), this::seen);
                var stalled = new StalledReader(gateway.port())) {
            openAll(readers, jobs::get);
            var more = stalled.tellMore(this::publish);
            paced(i -> publish(Changes.running(jobs.get(i)))
                    .then(Mono.delay(RUN_TIME))
                    .then(Mono.defer(() -> ended(i, Changes.running(jobs.get(i))))));
            await().atMost(Duration.ofSeconds(30)).until(() -> readers.open() == 0);
            more.dispose();
        }
        report("one job each, " + PER_SECOND + " jobs/s");
        assertThat(millis(0.99)).as("p99 in ms").isLessThanOrEqualTo(LATENCY);
    }

    @Test
    @Timeout(300)
    void allHearOfOneJobWithManyTests() throws IOException {
        var job = JobResult.queued(Platform.job("x", TESTS, Instant.now()));
        publish(job).block();
        try (var readers = new StreamReaders(gateway.awaitReady().port(), this::seen)) {
            openAll(readers, i -> job);
            var state = job;
            for (var change = 0; change < TESTS; change++) {
                state = Changes.running(state);
                publish(state).then(Mono.delay(TICK)).block();
            }
            ended(0, state).block();
            for (var i = 1; i < STREAMS; i++) {
                told.set(i, told.get(0));
            }
            await().atMost(Duration.ofMinutes(2)).until(() -> readers.open() == 0);
            report("all of one job with " + TESTS + " tests, " + readers.bytes() / 1_000_000 + " MB read");
        }
        assertThat(millis(0)).as("every stream has heard the end").isNotNegative();
    }

    /** The first version of a stream is its beginning, the last one since the job's end was told. */
    private void seen(int stream, long version) {
        if (version == 1) {
            begun.incrementAndGet();
        }
        heard.set(stream, System.nanoTime());
    }

    private void openAll(StreamReaders readers, IntFunction<JobResult> jobs) throws IOException {
        for (var i = 0; i < STREAMS; i++) {
            readers.open(i, "/api/stream/" + jobs.apply(i).jobId());
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> begun.get() == STREAMS);
    }

    private Mono<Void> ended(int stream, JobResult before) {
        told.set(stream, System.nanoTime());
        return publish(Changes.done(before));
    }

    private static void paced(IntFunction<Mono<Void>> one) {
        var perTick = Math.max(1, PER_SECOND * (int) TICK.toMillis() / 1_000);
        Flux.interval(TICK)
                .onBackpressureBuffer()
                .take(STREAMS / perTick)
                .flatMap(tick -> Flux.range((int) (tick * perTick), perTick).flatMap(one::apply, perTick), STREAMS)
                .blockLast();
    }

    private Mono<Void> publish(JobResult state) {
        return platform.publish(Topics.RESULTS, state.jobId(), state);
    }

    private long millis(double share) {
        var sorted = IntStream.range(0, STREAMS)
                .mapToLong(i -> heard.get(i) - told.get(i))
                .sorted()
                .toArray();
        return sorted[(int) Math.min(STREAMS - 1, share * STREAMS)] / 1_000_000;
    }

    private void report(String what) throws IOException {
        var heap = AFTER.matcher(Files.readString(ServiceProcess.collections(directory.resolve("gateway"))))
                .results()
                .mapToInt(after -> Integer.parseInt(after.group(1)))
                .max()
                .orElse(0);
        System.out.printf(
                "%d streams, %s: p50 %d ms, p99 %d ms, most %d ms; heap after collections at most %d MiB of %d%n",
                STREAMS, what, millis(0.5), millis(0.99), millis(1), heap, HEAP);
    }
}
