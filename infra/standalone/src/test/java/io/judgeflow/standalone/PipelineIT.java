package io.judgeflow.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.testkit.gateway.GatewayClient;
import io.judgeflow.testkit.gateway.StreamEvent;
import io.judgeflow.testkit.guarantee.EveryJobEndsOnce;
import io.judgeflow.testkit.guarantee.VersionsRise;
import io.judgeflow.testkit.guarantee.Witness;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole stack, used as its users use it: from HTTP to the stream, the topic and the table. */
class PipelineIT {

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
    void judgesEveryLanguageAndEveryOutcome() {
        var cases = Programs.all();
        var jobs = cases.stream().map(c -> gateway.execute(c.body()).join()).toList();
        for (int i = 0; i < cases.size(); i++) {
            var end = gateway.end(jobs.get(i));
            var expected = cases.get(i);
            assertThat(end.get("verdict").asString())
                    .as("%s: %s", expected, end)
                    .isEqualTo(expected.verdict());
            assertThat(end.get("score").asInt()).as("%s", expected).isEqualTo(expected.score());
        }
    }

    @Test
    void weighsFiveTestsOfWhichTwoFailAndTellsTheScoreWhileItGrows() {
        var tests = IntStream.range(0, 5)
                .mapToObj(i -> Map.of("stdin", i + "\n", "expected_output", i < 3 ? i + "\n" : "?", "weight", i + 1))
                .toList();
        var code = "import time\nn = input()\ntime.sleep(int(n) / 4)\nprint(n)";
        var job = gateway.execute(Map.of("lang", "python", "code", code, "tests", tests))
                .join();
        var events = gateway.stream(job, null);
        var scores = events.stream()
                .map(event -> event.data().get("score"))
                .filter(score -> !score.isNull())
                .map(JsonNode::asInt)
                .toList();
        assertThat(scores).isSorted().hasSizeGreaterThan(2);
        // (1 + 2 + 3) * 100 + (4 + 5) * 30 over 15
        assertThat(scores.getLast()).isEqualTo(58);
        assertThat(last(events).get("verdict").asString()).isEqualTo("wrong_answer");
    }

    @Test
    void tellsQueuedRunningAndDoneInRisingVersionsAndThenEnds() {
        var job = gateway.execute(Map.of("lang", "bash", "code", "sleep 0.3; echo $((6 * 7))"))
                .join();
        var events = gateway.stream(job, null);
        assertThat(events).extracting(StreamEvent::id).isSorted().doesNotHaveDuplicates();
        assertThat(events)
                .extracting(event -> event.data().get("status").asString())
                .contains("running")
                .last()
                .isEqualTo("done");
        var resumed = gateway.stream(job, events.getFirst().id());
        assertThat(resumed)
                .extracting(StreamEvent::id)
                .last()
                .isEqualTo(events.getLast().id());
        assertThat(resumed)
                .extracting(StreamEvent::id)
                .allMatch(id -> id > events.getFirst().id());
        assertThat(gateway.stream(job, events.getLast().id())).isEmpty();
    }

    @Test
    void tellsTheOwnerOfTheRowByRealtime() throws Exception {
        try (var rows = ToldRows.follow(URI.create(stack.playground()))) {
            var body = Map.of("lang", "bash", "code", "echo hi", "expected_output", "hi");
            gateway.execute(body).join();
            var own = new HashMap<String, Object>(body);
            own.put("user_id", "playground");
            var job = gateway.execute(own).join();
            var end = rows.of(job).getLast();
            assertThat(end.path("stdout").asString()).isEqualTo("hi\n");
            assertThat(end.path("score").asInt()).isEqualTo(100);
            assertThat(end.path("version").asLong())
                    .isEqualTo(gateway.end(job).get("version").asLong());
        }
    }

    @Test
    void carriesTextOutsideAsciiAndBytesThatAreNoText() {
        var text = "č ☃ 日本 😀";
        var job = gateway.execute(
                        Map.of("lang", "python", "code", "print(input())", "stdin", text, "expected_output", text))
                .join();
        assertThat(gateway.end(job).get("stdout").asString()).isEqualTo(text + "\n");
        assertThat(gateway.end(job).get("score").asInt()).isEqualTo(100);
        var bytes = gateway.execute(
                        Map.of("lang", "python", "code", "import sys; sys.stdout.buffer.write(b'a\\xff\\x00b')"))
                .join();
        assertThat(gateway.end(bytes).get("stdout").asString()).isEqualTo("a\ufffd\u0000b");
    }

    @Test
    void endsTwoHundredSubmissionsAtOnceTheSameInStreamTopicAndTable() throws IOException {
        var requests = IntStream.range(0, 200)
                .mapToObj(i -> gateway.execute(Map.of(
                        "lang", "bash", "code", "echo " + i % 7, "expected_output", i % 3 == 0 ? "no" : "" + i % 7)))
                .toList();
        var jobs = requests.stream().map(CompletableFuture::join).toList();
        var ends = jobs.stream().map(gateway::end).toList();
        for (int i = 0; i < 200; i++) {
            assertThat(ends.get(i).get("score").asInt()).isEqualTo(i % 3 == 0 ? 30 : 100);
        }
        var once = new EveryJobEndsOnce();
        var rise = new VersionsRise();
        jobs.forEach(once::accepted);
        new Witness(stack.kafka(), "judgeflow").tell(List.of(once, rise), once::complete, PATIENCE);
        once.verify();
        rise.verify();
        try (var table = new Table(stack.database(directory))) {
            jobs.forEach(job -> table.agreesWith(once.end(job)));
        }
        for (int i = 0; i < 200; i++) {
            assertThat(once.end(jobs.get(i)).version())
                    .isEqualTo(ends.get(i).get("version").asLong());
        }
    }

    private static JsonNode last(List<StreamEvent> events) {
        return events.getLast().data();
    }
}
