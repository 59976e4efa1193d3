package io.judgeflow.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.scorer.ScorerApplication;
import io.judgeflow.testkit.guarantee.Books;
import io.judgeflow.testkit.guarantee.EveryJobEndsOnce;
import io.judgeflow.testkit.guarantee.TableFollows;
import io.judgeflow.testkit.guarantee.VersionsRise;
import io.judgeflow.testkit.process.ServiceProcess;
import io.judgeflow.testkit.server.TestKafka;
import io.judgeflow.testkit.server.TestPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** The scorer, sink included, dies in the middle of load. {@code -Dkills=10} makes it ten times. */
class KillScorerIT {

    private static final int KILLS = Integer.getInteger("kills", 2);
    private static final int RATE = Integer.getInteger("kills.rate", 100);
    private static final String GUARANTEE = System.getProperty("kills.guarantee", "");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    private final Random random = new Random(23);
    private final ConcurrentLinkedQueue<Course> accepted = new ConcurrentLinkedQueue<>();
    private final List<Long> recoveries = new ArrayList<>();
    private TestKafka broker;
    private TestPostgres database;
    private Platform platform;
    private Books books;
    private ServiceProcess scorer;

    @BeforeEach
    void start() {
        broker = TestKafka.start(directory.resolve("kafka"));
        database = TestPostgres.start(directory.resolve("postgres"));
        platform = new Platform(broker.bootstrapServers(), 4);
        books = new Books(broker.bootstrapServers(), Platform.PREFIX);
        scorer = scorer();
    }

    @AfterEach
    void stop() {
        scorer.close();
        books.close();
        platform.close();
        database.close();
        broker.close();
    }

    @Test
    @Timeout(600)
    void scoresEveryJobOnceThoughTheScorerIsKilledUnderLoad() {
        goesOn();
        var load = load();
        for (int i = 0; i < KILLS; i++) {
            await().pollDelay(Duration.ofMillis(500 + random.nextInt(1500))).until(() -> true);
            var at = System.nanoTime();
            scorer.kill();
            scorer = scorer();
            goesOn();
            recoveries.add(Duration.ofNanos(System.nanoTime() - at).toMillis());
        }
        load.dispose();
        await().atMost(PATIENCE).until(() -> books.read().ends() >= accepted.size());
        verifyTopic();
        verifyTable();
        System.out.printf(
                "%d jobs at %d/s, %d kills of the scorer, each followed by the end of a new job within %s ms: every job"
                        + " ended once, with the score that follows, and the table is the topic%n",
                accepted.size(), RATE, KILLS, recoveries);
    }

    private void verifyTopic() {
        var once = new EveryJobEndsOnce();
        accepted.forEach(course -> once.accepted(course.job().jobId().toString()));
        var rise = new VersionsRise();
        // What is told again after a crash begins before the end; readers drop versions that they have seen.
        books.states()
                .filter(KillScorerIT::terminal)
                .forEach(end -> List.of(once, rise).forEach(guarantee -> guarantee.told(end)));
        once.verify();
        rise.verify();
        books.follow().verify();
    }

    private void verifyTable() {
        try (var rows = new Rows(database.url())) {
            var table = new TableFollows(rows::of);
            books.states().forEach(table::told);
            await().atMost(PATIENCE).untilAsserted(table::verify);
            assertThat(rows.of(books.results().keySet()).values()).allMatch(row -> "echo".equals(row.code()));
        }
    }

    private static boolean terminal(JobResult state) {
        return state.status().terminal();
    }

    /** Jobs that come at a steady rate, whatever becomes of them. */
    private Disposable load() {
        return Flux.interval(Duration.ofSeconds(1).dividedBy(RATE))
                .onBackpressureBuffer()
                .map(turn -> Course.random(random))
                .flatMap(course -> course.publish(platform).doOnSuccess(done -> accepted.add(course)), 256)
                .subscribe();
    }

    /** Returns when a job that comes now has ended. */
    private void goesOn() {
        var course = Course.random(random);
        course.publish(platform).block(PATIENCE);
        accepted.add(course);
        await().pollInterval(Duration.ofMillis(50))
                .atMost(PATIENCE)
                .until(() -> books.read().results().getOrDefault(course.job().jobId(), List.of()).stream()
                        .anyMatch(KillScorerIT::terminal));
    }

    private ServiceProcess scorer() {
        var settings = new HashMap<>(Map.of(
                "judgeflow.kafka.bootstrap-servers", broker.bootstrapServers(),
                "judgeflow.kafka.partitions", "4",
                "judgeflow.database.url", database.url(),
                "judgeflow.state-directory", directory.resolve("state").toString()));
        if (!GUARANTEE.isEmpty()) {
            settings.put("judgeflow.scorer.streams.guarantee", GUARANTEE);
        }
        return ServiceProcess.start(ScorerApplication.class, 192, directory.resolve("scorer"), settings);
    }
}
