package io.judgeflow.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.judgeflow.standalone.TraceCollector.Hop;
import io.judgeflow.testkit.gateway.GatewayClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The whole stack with a collector of traces: a job's way from the request to the client's stream. */
class TraceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLER = "00f067aa0ba902b7";
    private static final String SLOW = "import time; time.sleep(1); print(42)";

    @TempDir
    private static Path directory;

    private static TraceCollector collector;
    private static StackProcess stack;
    private static GatewayClient gateway;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        collector = TraceCollector.start();
        var environment = Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT", collector.endpoint(),
                "OTEL_TRACES_SAMPLER", "parentbased_always_off",
                "OTEL_BSP_SCHEDULE_DELAY", "200");
        stack = StackProcess.startAllWith(environment, directory).awaitReady();
        gateway = stack.client();
        gateway.languages();
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        stack.end();
        HTTP.close();
        collector.close();
    }

    @Test
    void aTraceShowsOneJobFromTheRequestToTheStreamWithEveryHop() throws Exception {
        var job = submit("00-" + TRACE + "-" + CALLER + "-01");
        assertThat(gateway.stream(job, null)).isNotEmpty();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(collector.of(TRACE))
                        .extracting(hop -> hop.service() + ": " + hop.name())
                        .contains(
                                "gateway: POST /api/execute",
                                "gateway: send judgeflow.submissions",
                                "submitter: process judgeflow.submissions",
                                "submitter: send judgeflow.verdicts",
                                "scorer: fold Processing",
                                "scorer: fold Judged",
                                "scorer: process judgeflow.results",
                                "gateway: push running",
                                "gateway: push done")
                        .anyMatch(hop -> hop.startsWith("poller: judge0")));
        hangTogether(collector.of(TRACE));
    }

    /** Under the request's span, which is the caller's child; nothing before the request begins. */
    private static void hangTogether(List<Hop> hops) {
        var request = hops.stream()
                .filter(hop -> hop.name().equals("POST /api/execute"))
                .findFirst()
                .orElseThrow();
        assertThat(request.parent()).isEqualTo(CALLER);
        assertThat(hops).filteredOn(hop -> !hop.equals(request)).allSatisfy(hop -> {
            assertThat(hop.parent()).as(hop.name()).isEqualTo(request.id());
            assertThat(hop.start()).as(hop.name()).isGreaterThanOrEqualTo(request.start());
            assertThat(hop.end()).as(hop.name()).isGreaterThanOrEqualTo(hop.start());
        });
    }

    @Test
    void nothingIsRecordedOfAJobThatNobodyHasSampled() throws Exception {
        var unsampled = "0af7651916cd43dd8448eb211c80319c";
        var job = submit("00-" + unsampled + "-" + CALLER + "-00");
        gateway.end(job);
        var sampled = "1af7651916cd43dd8448eb211c80319c";
        gateway.end(submit("00-" + sampled + "-" + CALLER + "-01"));
        await().atMost(PATIENCE).until(() -> !collector.of(sampled).isEmpty());
        assertThat(collector.of(unsampled)).isEmpty();
    }

    @Test
    void theTimelineOfAJobSaysWhoHadItWhen() throws Exception {
        var job = submit("");
        gateway.end(job);
        var moments = gateway.read("/api/executions/" + job + "/timeline").get("moments");
        assertThat(moments.findValuesAsString("what"))
                .startsWith("created", "taken")
                .endsWith("judged", "ended");
    }

    private static String submit(String traceParent) throws Exception {
        var body =
                JsonMapper.shared().writeValueAsString(Map.of("lang", "python", "code", SLOW, "expected_output", "42"));
        var request = HttpRequest.newBuilder(URI.create(stack.playground()).resolve("/api/execute"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!traceParent.isEmpty()) {
            request.header("traceparent", traceParent);
        }
        var answer = HTTP.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return JsonMapper.shared().readTree(answer.body()).get("job_id").asString();
    }
}
