package io.judgeflow.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.embedded.LoopbackPort;
import io.judgeflow.gateway.GatewayApplication;
import io.judgeflow.poller.PollerApplication;
import io.judgeflow.scorer.ScorerApplication;
import io.judgeflow.submitter.SubmitterApplication;
import io.judgeflow.testkit.gateway.GatewayClient;
import io.judgeflow.testkit.judge0.FakeJudge0;
import io.judgeflow.testkit.process.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Services that may do no more than {@code infra/guide/brokers.md} allows, on topics that operators made, at a broker
 * with TLS and passwords.
 */
class SecuredIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Map<String, Class<?>> SERVICES = Map.of(
            "gateway", GatewayApplication.class,
            "submitter", SubmitterApplication.class,
            "poller", PollerApplication.class,
            "scorer", ScorerApplication.class);

    @TempDir
    private static Path directory;

    private static final FakeJudge0 JUDGE0 = FakeJudge0.start();
    private static final Map<String, ServiceProcess> PROCESSES = new ConcurrentHashMap<>();
    private static final int PORT = LoopbackPort.claim(LoopbackPort.ANY, "the gateway");
    private static SecuredCluster cluster;
    private static GatewayClient gateway;

    @BeforeAll
    static void start() throws Exception {
        cluster = new SecuredCluster(directory);
        SERVICES.keySet()
                .forEach(service -> start(service, SecuredBroker.password(service), directory.resolve(service)));
        gateway = new GatewayClient(URI.create("http://127.0.0.1:" + PORT));
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> gateway.languages().toString().contains("bash"));
    }

    @AfterAll
    static void stop() {
        PROCESSES.values().forEach(ServiceProcess::close);
        gateway.close();
        cluster.close();
        JUDGE0.close();
    }

    @Test
    void aJobIsScored() {
        assertThat(scored("echo one")).isEqualTo("one\n");
        assertThat(outputs()).noneMatch(output -> output.contains("the-password-of-"));
    }

    @Test
    void aScorerThatHasToRestoreItsStateIsAllowedTo() throws Exception {
        scored("echo before");
        Objects.requireNonNull(PROCESSES.get("scorer")).kill();
        assertThat(directory.resolve("scorer/state")).isDirectory();
        start("scorer", SecuredBroker.password("scorer"), directory.resolve("scorer-anew"));
        assertThat(scored("echo after")).isEqualTo("after\n");
    }

    @Test
    void theTopicsOfTheScorerAreThoseOfTheGuide() throws Exception {
        scored("echo one");
        assertThat(cluster.topics())
                .filteredOn(topic -> topic.startsWith("judgeflow-scorer-"))
                .containsExactlyInAnyOrderElementsOf(cluster.topicsOfTheScorer());
    }

    @Test
    @Timeout(120)
    void aServiceWithAWrongPasswordStopsAndSaysWhy() {
        var place = directory.resolve("wrong");
        try (var poller = launch("poller", "the-password-of-nobody", place)) {
            await().atMost(PATIENCE).until(() -> !poller.isAlive());
        }
        assertThat(output(place))
                .contains("APPLICATION FAILED TO START")
                .contains("This service and the brokers at " + cluster.bootstrapServers() + " do not trust each other")
                .contains("invalid credentials")
                .doesNotContain("the-password-of-nobody");
    }

    @Test
    void aTeamThatSubmitsMayDoNothingElse() {
        var team = cluster.team("submitting-team");
        var job = Platform.job("echo team");
        team.write(Topics.SUBMISSIONS, job.jobId(), job);
        assertThat(gateway.end(job.jobId().toString()).get("status").asString()).isEqualTo("done");
        assertThat(team.failureOfWriting(Topics.RESULTS, job.jobId(), JobResult.queued(job)))
                .isInstanceOf(TopicAuthorizationException.class);
        assertThat(team.failureOfReading(Topics.SUBMISSIONS, null)).isInstanceOf(TopicAuthorizationException.class);
        assertThat(team.failureOfReading(Topics.RESULTS, null)).isInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void aTeamThatReadsResultsMayDoNothingElse() {
        var team = cluster.team("reading-team");
        var job = scoredJob("echo read");
        await().atMost(PATIENCE)
                .until(() -> team.read(Topics.RESULTS, "reading-team-reports")
                        .anyMatch(result -> result.jobId().toString().equals(job)
                                && result.status().terminal()));
        assertThat(team.failureOfReading(Topics.RESULTS, "judgeflow-sink"))
                .isInstanceOf(GroupAuthorizationException.class);
        assertThat(team.failureOfReading(Topics.SUBMISSIONS, null)).isInstanceOf(TopicAuthorizationException.class);
        var other = Platform.job("echo other");
        assertThat(team.failureOfWriting(Topics.SUBMISSIONS, other.jobId(), other))
                .isInstanceOf(TopicAuthorizationException.class);
    }

    private static String scoredJob(String code) {
        var job = gateway.execute(Map.of("lang", "bash", "code", code)).join();
        assertThat(gateway.end(job).get("status").asString()).isEqualTo("done");
        return job;
    }

    /** What a program printed, once it has been scored. */
    private static String scored(String code) {
        return gateway.read("api/status/" + scoredJob(code)).get("stdout").asString();
    }

    private static void start(String service, String password, Path place) {
        PROCESSES.put(service, launch(service, password, place));
    }

    private static ServiceProcess launch(String service, String password, Path place) {
        var settings = new HashMap<>(Map.of(
                "judgeflow.kafka.bootstrap-servers",
                cluster.bootstrapServers(),
                "judgeflow.kafka.topics",
                "check",
                "judgeflow.judge0.urls",
                JUDGE0.url().toString(),
                "judgeflow.scorer.sink.enabled",
                "false",
                "judgeflow.state-directory",
                place.resolve("state").toString(),
                "server.port",
                service.equals("gateway") ? "" + PORT : "0"));
        settings.putAll(cluster.settings(service, password, place.resolve("secrets")));
        return ServiceProcess.start(SERVICES.getOrDefault(service, Object.class), 160, place, settings);
    }

    private static Stream<String> outputs() {
        return SERVICES.keySet().stream().map(service -> output(directory.resolve(service)));
    }

    private static String output(Path place) {
        try {
            return Files.readString(place.resolve("output.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
