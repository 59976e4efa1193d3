package io.judgeflow.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.scorer.ScorerApplication;
import io.judgeflow.testkit.guarantee.Books;
import io.judgeflow.testkit.process.ServiceProcess;
import io.judgeflow.testkit.server.TestKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

/**
 * One of two scorers stands still in the middle of its work, for longer than its group waits for it, and then goes on.
 * {@code -Dpauses=10} does so ten times, {@code -Dpauses.guarantee} chooses how Kafka Streams works.
 */
class PauseScorerIT {

    private static final int PAUSES = Integer.getInteger("pauses", 1);
    private static final int JOBS = Integer.getInteger("pauses.jobs", 8000);
    private static final String GUARANTEE = System.getProperty("pauses.guarantee", "exactly-once");
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int PARTITIONS = 4;

    @TempDir
    private Path directory;

    private final Random random = new Random(11);
    private TestKafka broker;
    private Platform platform;
    private Books books;
    private Lag lag;

    @BeforeEach
    void start() {
        broker = TestKafka.start(directory.resolve("kafka"));
        platform = new Platform(broker.bootstrapServers(), PARTITIONS);
        books = new Books(broker.bootstrapServers(), Platform.PREFIX);
        lag = new Lag(broker.bootstrapServers());
    }

    @AfterEach
    void stop() {
        lag.close();
        books.close();
        platform.close();
        broker.close();
    }

    @Test
    @Timeout(900)
    void tellsNoSecondEndThoughAScorerSleepsWhileAnotherDoesItsWork() {
        for (int pause = 0; pause < PAUSES; pause++) {
            round(pause);
        }
        assertThat(jobsWith(PauseScorerIT::endsTwice)).isZero();
        books.follow().verify();
    }

    private void round(int round) {
        var before = books.read().ends();
        var courses = Stream.generate(() -> Course.random(random)).limit(JOBS).toList();
        publish(courses);
        var sleeper = scorer("sleeper-" + round);
        try (var other = scorer("other-" + round)) {
            await().atMost(PATIENCE).until(() -> books.read().ends() > before + JOBS / 5);
            sleeper.pause();
            var left = JOBS + before - books.read().ends();
            await().atMost(PATIENCE).until(() -> books.read().ends() == before + JOBS);
            sleeper.wake();
            settle();
            // Half of them now: whoever learns of it says the state anew, and so mends what the sleeper has spoilt.
            contradict(courses.subList(0, JOBS / 2));
            report(round, left, "woken");
            other.kill();
            contradict(courses);
            report(round, left, "and after the other was killed");
        } finally {
            sleeper.close();
        }
    }

    private ServiceProcess scorer(String name) {
        var settings = Map.of(
                "judgeflow.kafka.bootstrap-servers",
                broker.bootstrapServers(),
                "judgeflow.kafka.partitions",
                "" + PARTITIONS,
                "judgeflow.scorer.sink.enabled",
                "false",
                "judgeflow.scorer.streams.guarantee",
                GUARANTEE,
                "judgeflow.state-directory",
                directory.resolve(name + "-state").toString());
        return ServiceProcess.start(ScorerApplication.class, 256, directory.resolve(name), settings);
    }

    private void publish(List<Course> courses) {
        Flux.fromIterable(courses)
                .flatMap(course -> course.publish(platform), 512)
                .blockLast(PATIENCE);
    }

    private void contradict(List<Course> courses) {
        Flux.fromIterable(courses)
                .flatMap(course -> course.contradict(platform), 512)
                .blockLast(PATIENCE);
        settle();
    }

    private void settle() {
        await().pollDelay(Duration.ofSeconds(3)).atMost(PATIENCE).until(() -> lag.scorer() == 0);
        await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
        books.read();
    }

    private void report(int round, int left, String when) {
        System.out.printf(
                "%s, pause %d, %s: %d jobs were open; %d of %d jobs told a state after their end, %d fell back in"
                        + " version, %d ended twice in different ways%n",
                GUARANTEE,
                round,
                when,
                left,
                jobsWith(PauseScorerIT::goesOn),
                books.results().size(),
                jobsWith(PauseScorerIT::fallsBack),
                jobsWith(PauseScorerIT::endsTwice));
    }

    private long jobsWith(Predicate<List<JobResult>> property) {
        return books.results().values().stream().filter(property).count();
    }

    private static boolean goesOn(List<JobResult> told) {
        var end = told.stream().filter(state -> state.status().terminal()).findFirst();
        return end.isPresent() && told.indexOf(end.get()) < told.size() - 1;
    }

    private static boolean fallsBack(List<JobResult> told) {
        for (int i = 1; i < told.size(); i++) {
            if (told.get(i).version() < told.get(i - 1).version()) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsTwice(List<JobResult> told) {
        return told.stream()
                        .filter(state -> state.status().terminal())
                        .map(state -> state.withCode(null))
                        .distinct()
                        .count()
                > 1;
    }
}
