package io.judgeflow.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.ChosenChecker;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Limits;
import io.judgeflow.contracts.job.Scoring;
import io.judgeflow.contracts.job.TestCase;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.kafka.KafkaConfiguration;
import io.judgeflow.kafka.publish.EventPublisher;
import io.judgeflow.testkit.gateway.GatewayClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import tools.jackson.databind.JsonNode;

/** The whole stack: whose verdict counts, what many verdicts amount to, and where that can be read. */
class JudgingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path directory;

    private static StackProcess stack;
    private static GatewayClient gateway;

    @BeforeAll
    static void start() throws IOException {
        stack = StackProcess.startAll(directory).awaitReady();
        gateway = stack.client();
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        stack.end();
    }

    @Test
    void judgesByTheCheckerThatIsNamed() {
        var end = end(Map.of(
                "lang",
                "python",
                "code",
                "print(input())",
                "checker",
                "tokens",
                "tests",
                List.of(
                        Map.of("stdin", "1   2", "expected_output", "1 2"),
                        Map.of("stdin", "1   2", "expected_output", "1 2", "checker", "exact"),
                        Map.of("stdin", "0.3333", "expected_output", "0.33331", "checker", floats()),
                        Map.of("stdin", "x"))));
        assertThat(all(end, "verdict")).containsExactly("accepted", "wrong_answer", "accepted", "accepted");
        assertThat(all(end, "checker")).containsExactly("tokens", "exact", "float", "");
        assertThat(end.get("score").asInt()).isEqualTo(83);
        assertThat(end.get("verdict").asString()).isEqualTo("wrong_answer");
    }

    private static Map<String, Object> floats() {
        return Map.of("name", "float", "abs", 1e-4);
    }

    @Test
    void tellsAProgramThatUsedUpItsMemoryFromOneThatFailed() {
        var end = end(
                Map.of("lang", "python", "code", "print(len(b'x' * 400_000_000))", "limits", Map.of("memory", 64_000)));
        var test = end.get("tests").get(0);
        // Without a cgroup the sandbox cannot kill: Python then says MemoryError and exits with 1.
        assertThat(end.get("verdict").asString())
                .as("%s", test)
                .isEqualTo(test.get("exit_code").asInt() == 137 ? "memory_limit" : "runtime_error");
        assertThat(end.get("score").asInt()).isZero();
        var own = end(Map.of("lang", "bash", "code", "kill -9 $$"));
        assertThat(own.get("verdict").asString()).isEqualTo("runtime_error");
    }

    @Test
    void ranksUsersAndCountsJobs() throws IOException {
        var good = solve("ann", "echo 42");
        solve("bob", "echo 41");
        solve("bob", "echo 42");
        solve("ann", "echo 0");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                gateway.read("api/leaderboard/the-answer").get("places"))
                        .extracting(place -> place.get("user_id").asString() + " "
                                + place.get("score").asInt())
                        .containsExactly("ann 100", "bob 100"));
        try (var table = new Table(stack.database(directory))) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(table.leaders("the-answer")).containsExactly("ann", "bob"));
            assertThat(table.problemOf(good)).hasToString("the-answer");
        }
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(counted(minute -> minute.get("submissions"))).isGreaterThanOrEqualTo(4);
            assertThat(counted(minute -> minute.path("verdicts").path("accepted")))
                    .isGreaterThanOrEqualTo(2);
        });
    }

    private static int counted(UnaryOperator<JsonNode> count) {
        return gateway.read("api/statistics?lang=Bash")
                .get("minutes")
                .valueStream()
                .mapToInt(minute -> count.apply(minute).asInt())
                .sum();
    }

    @Test
    void endsAJobOfATopicWhoseCheckerDoesNotExist() throws IOException {
        var job = new JobSubmitted(
                Schema.VERSION,
                new JobId(UUID.randomUUID()),
                null,
                "bash",
                "echo 1",
                List.of(new TestCase(null, null, "1", 1)),
                Limits.NONE,
                Scoring.DEFAULT,
                Instant.now(),
                ChosenChecker.of("diff"),
                null,
                null);
        publish(job);
        var id = job.jobId().toString();
        var end = await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        () -> gateway.end(id),
                        state -> state.get("status").asString().equals("error"));
        assertThat(end.get("verdict").asString()).isEqualTo("refused");
        assertThat(end.get("message").asString()).contains("'diff'", "unordered-lines");
    }

    private static void publish(JobSubmitted job) throws IOException {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(
                            new MapPropertySource("test", Map.of("judgeflow.kafka.bootstrap-servers", stack.kafka())));
            context.registerBean(Clock.class, Clock::systemUTC);
            context.register(KafkaConfiguration.class);
            context.refresh();
            context.getBean(EventPublisher.class)
                    .publish(Topics.SUBMISSIONS, job.jobId(), job)
                    .block(PATIENCE);
        }
    }

    private static String solve(String user, String code) {
        var body =
                Map.of("lang", "bash", "code", code, "expected_output", "42", "problem", "the-answer", "user_id", user);
        var job = gateway.execute(body).join();
        gateway.end(job);
        return job;
    }

    private static JsonNode end(Map<String, ?> body) {
        return gateway.end(gateway.execute(body).join());
    }

    private static List<String> all(JsonNode end, String field) {
        return end.get("tests")
                .valueStream()
                .map(test -> test.get(field).asString(""))
                .toList();
    }
}
