package io.judgeflow.scorer.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.embedded.LoopbackPort;
import io.judgeflow.embedded.PostgresServer;
import io.judgeflow.testkit.server.TestKafka;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SinkIT {

    private static final Path PROGRAMS = Path.of("target", "postgres-programs");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long VERSIONS = 5;
    private static final int LARGE = 100;
    private static final int LARGE_CHARACTERS = 5_000_000;

    @TempDir
    static Path directory;

    private static TestKafka broker;
    private static PostgresServer database;

    private final String prefix = "sink-" + UUID.randomUUID();
    private final Random random = new Random(7);

    @BeforeAll
    static void start() {
        broker = TestKafka.start(directory.resolve("kafka"));
        database = startDatabase(LoopbackPort.ANY);
    }

    @AfterAll
    static void stop() {
        database.close();
        broker.close();
    }

    @Test
    void leavesTheNewestOfOneThousandResultsInWhateverOrderTheyCame() {
        var jobs = IntStream.range(0, 200).mapToObj(i -> Results.someJob()).toList();
        var results = new ArrayList<>(jobs.stream().flatMap(SinkIT::history).toList());
        Collections.shuffle(results, random);

        try (var sink = sink()) {
            sink.publish(results);

            awaitDone(sink, jobs);
        }
    }

    @Test
    void keepsTheCodeThatComesWithTheFirstResultOnly() {
        var jobs = IntStream.range(0, 50).mapToObj(i -> Results.someJob()).toList();

        try (var sink = sink()) {
            LongStream.rangeClosed(1, VERSIONS)
                    .forEach(version -> sink.publish(jobs.stream()
                            .map(job -> Results.result(job, version, version == VERSIONS))
                            .toList()));

            awaitDone(sink, jobs);
            assertThat(jobs)
                    .allMatch(job -> Results.CODE.equals(
                            sink.stored(job).map(JobResult::code).orElse(null)));
        }
    }

    @Test
    void losesNothingWhileTheDatabaseIsAway() throws Exception {
        var before = IntStream.range(0, 100).mapToObj(i -> Results.someJob()).toList();
        var during = IntStream.range(0, 300).mapToObj(i -> Results.someJob()).toList();
        var after = IntStream.range(0, 20).mapToObj(i -> Results.someJob()).toList();

        try (var sink = sink();
                var group = new GroupOffsets(broker.bootstrapServers(), prefix)) {
            sink.publish(all(before));
            awaitDone(sink, before);
            var port = URI.create(database.url()).getPort();
            database.close();
            sink.publish(all(during));
            assertThat(group.committed()).isLessThanOrEqualTo(before.size() * VERSIONS);
            database = startDatabase(port);
            sink.publish(all(after));

            awaitDone(
                    sink, Stream.of(before, during, after).flatMap(List::stream).toList());
            await().atMost(PATIENCE).until(() -> group.committed() == 420 * VERSIONS);
            assertThat(sink.count("judgeflow.sink.failures")).isPositive();
        }
    }

    /** As received and as decoded together they are more than this JVM may have. */
    @Test
    void keepsLittleInMemoryHoweverLargeTheResultsThatWait() {
        var jobs = IntStream.range(0, LARGE).mapToObj(i -> Results.someJob()).toList();
        var port = URI.create(database.url()).getPort();
        database.close();

        try (var sink = sink();
                var group = new GroupOffsets(broker.bootstrapServers(), prefix)) {
            sink.publish(jobs.stream().map(job -> Results.large(job, LARGE_CHARACTERS)));
            await().atMost(PATIENCE).until(() -> sink.count("judgeflow.sink.failures") >= 3);
            assertThat(liveHeap()).isLessThan(LARGE * (long) LARGE_CHARACTERS / 2);
            database = startDatabase(port);

            await().atMost(PATIENCE).until(() -> group.committed() == LARGE);
            assertThat(sink.stored(jobs.getLast())).isPresent();
        }
    }

    private static long liveHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Test
    void goesOnWhereTheLastProcessEnded() {
        var first = List.of(Results.someJob());
        var second = List.of(Results.someJob());

        try (var sink = sink()) {
            sink.publish(all(first));
            awaitDone(sink, first);
            sink.publish(all(second));
        }
        try (var sink = sink()) {
            awaitDone(sink, second);
        }
    }

    @Test
    void putsAsideOnlyTheResultThatCanNeverBeWritten() {
        var jobs = IntStream.range(0, 60).mapToObj(i -> Results.someJob()).toList();
        var poison = Results.withUserIdTooLongForAnIndex(Results.someJob());
        var results = new ArrayList<>(all(jobs));
        results.add(results.size() / 3, poison);

        try (var sink = sink();
                var letters = new DeadLetterBox(broker.bootstrapServers(), prefix)) {
            sink.publish(results);

            awaitDone(sink, jobs);
            assertThat(sink.stored(poison.jobId())).isEmpty();
            assertThat(sink.count("judgeflow.sink.dead.letters")).isOne();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(letters.reasonsByKey())
                            .hasSize(1)
                            .hasEntrySatisfying(
                                    poison.jobId().toString(),
                                    reason -> assertThat(reason).contains("54000")));
        }
    }

    private SinkProcess sink() {
        return new SinkProcess(broker.bootstrapServers(), prefix, database.url());
    }

    private static PostgresServer startDatabase(int port) {
        return PostgresServer.start(directory.resolve("postgres"), PROGRAMS, port);
    }

    private static void awaitDone(SinkProcess sink, List<JobId> jobs) {
        await().atMost(PATIENCE).ignoreExceptions().until(() -> jobs.stream().allMatch(job -> isDone(sink, job)));
    }

    private static boolean isDone(SinkProcess sink, JobId job) {
        var newest = Results.result(job, VERSIONS, true);
        return sink.stored(job)
                .map(result -> result.withCode(null))
                .filter(newest::equals)
                .isPresent();
    }

    private static List<JobResult> all(List<JobId> jobs) {
        return jobs.stream().flatMap(SinkIT::history).toList();
    }

    private static Stream<JobResult> history(JobId job) {
        return LongStream.rangeClosed(1, VERSIONS)
                .mapToObj(version -> Results.result(job, version, version == VERSIONS));
    }
}
