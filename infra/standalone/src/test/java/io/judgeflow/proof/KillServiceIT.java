package io.judgeflow.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.poller.PollerApplication;
import io.judgeflow.scorer.ScorerApplication;
import io.judgeflow.submitter.SubmitterApplication;
import io.judgeflow.testkit.judge0.FakeJudge0;
import io.judgeflow.testkit.process.ServiceProcess;
import io.judgeflow.testkit.server.TestKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Submitter and poller die in the middle of load, in turns. {@code -Dkills=10} makes it ten times. */
class KillServiceIT {

    private static final int KILLS = Integer.getInteger("kills", 2);
    private static final int RATE = Integer.getInteger("kills.rate", 100);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<Class<?>> VICTIMS = List.of(SubmitterApplication.class, PollerApplication.class);

    @TempDir
    private Path directory;

    private final FakeJudge0 a = FakeJudge0.start();
    private final FakeJudge0 b = FakeJudge0.start();
    private final Map<Class<?>, ServiceProcess> services = new HashMap<>();
    private final Map<Instant, String> kills = new LinkedHashMap<>();
    private TestKafka broker;
    private Platform platform;
    private Log log;

    @BeforeEach
    void start() {
        broker = TestKafka.start(directory.resolve("kafka"));
        platform = new Platform(broker.bootstrapServers(), 2);
        log = new Log(broker.bootstrapServers());
        VICTIMS.forEach(this::start);
        start(ScorerApplication.class);
    }

    @AfterEach
    void stop() {
        services.values().forEach(ServiceProcess::close);
        log.close();
        platform.close();
        broker.close();
        a.close();
        b.close();
    }

    @Test
    @Timeout(600)
    void losesNothingThoughServicesAreKilledUnderLoad() {
        goesOnAfter(Instant.EPOCH);
        List<JobSubmitted> jobs;
        try (var load = new Load(platform, RATE, number -> "#judge: job=n" + number + "\necho " + number)) {
            for (int i = 0; i < KILLS; i++) {
                await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
                kill(VICTIMS.get(i % VICTIMS.size()));
            }
            jobs = load.accepted();
        }
        await().atMost(PATIENCE).until(() -> jobs.stream().allMatch(this::ended));
        log.verify();
        for (var job : jobs) {
            assertThat(log.end(job.jobId()).output().stdout()).isEqualTo(number(job) + "\n");
        }
        verifyExecutions(jobs);
    }

    private void start(Class<?> application) {
        var settings = Map.of(
                "judgeflow.kafka.bootstrap-servers",
                broker.bootstrapServers(),
                "judgeflow.kafka.partitions",
                "2",
                "judgeflow.judge0.urls",
                a.url() + "," + b.url(),
                "judgeflow.scorer.sink.enabled",
                "false",
                "judgeflow.state-directory",
                directory.resolve("state").toString());
        var place = directory.resolve(application.getSimpleName());
        services.put(application, ServiceProcess.start(application, 128, place, settings));
    }

    private void kill(Class<?> victim) {
        var at = Instant.now();
        Objects.requireNonNull(services.get(victim)).kill();
        start(victim);
        var recovery = goesOnAfter(at);
        kills.put(
                at, victim.getSimpleName() + " killed, first end of a newer job after " + recovery.toMillis() + " ms");
    }

    /** How long it takes from an instant until a job that was submitted later has ended. */
    private Duration goesOnAfter(Instant at) {
        var job = Platform.job("echo probe");
        platform.submit(job);
        await().atMost(PATIENCE).until(() -> ended(job));
        return Duration.between(at, Instant.now());
    }

    private boolean ended(JobSubmitted job) {
        return log.results(job.jobId()).stream()
                .anyMatch(state -> state.status().terminal());
    }

    /** What was under way when a service died, and what it had not yet marked as ended, may run twice; nothing else. */
    private void verifyExecutions(List<JobSubmitted> jobs) {
        var twice = new ArrayList<JobSubmitted>();
        for (var job : jobs) {
            var times = a.executed("n" + number(job)) + b.executed("n" + number(job));
            assertThat(times).isPositive();
            if (times > 1) {
                twice.add(job);
            }
        }
        System.out.printf(
                "%d jobs at %d/s, %d kills: none lost, %d ran more than once; %s%n",
                jobs.size(), RATE, KILLS, twice.size(), kills.values());
        assertThat(twice)
                .allMatch(job -> kills.keySet().stream()
                        .anyMatch(at ->
                                Duration.between(job.createdAt(), at).abs().compareTo(Duration.ofSeconds(3)) < 0));
    }

    private static long number(JobSubmitted job) {
        return Long.parseLong(job.code().substring(job.code().lastIndexOf(' ') + 1));
    }
}
