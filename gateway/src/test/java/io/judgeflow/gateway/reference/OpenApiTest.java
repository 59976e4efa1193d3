package io.judgeflow.gateway.reference;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.judgeflow.contracts.event.Distribution;
import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.LanguageStatistics;
import io.judgeflow.contracts.event.TestResult;
import io.judgeflow.contracts.job.Limits;
import io.judgeflow.contracts.job.Scoring;
import io.judgeflow.contracts.job.Status;
import io.judgeflow.contracts.job.Verdict;
import io.judgeflow.gateway.GatewayTest;
import io.judgeflow.gateway.problem.FieldProblem;
import io.judgeflow.store.ExecutionSummary;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description says what the gateway does: every route, every field, every name. */
@GatewayTest
class OpenApiTest {

    private static final Set<String> NOT_FOR_CLIENTS = Set.of("schema_version");
    private static final Map<String, String> OWN = Map.ofEntries(
            entry("Submission", "submit.ExecuteRequest"),
            entry("Test", "submit.ExecuteRequest$Test"),
            entry("Accepted", "submit.ExecuteController$Accepted"),
            entry("BatchItem", "submit.BatchItem"),
            entry("HistoryPage", "history.HistoryPage"),
            entry("Leaderboard", "leaderboard.Leaderboard"),
            entry("Place", "leaderboard.Leaderboard$Place"),
            entry("Timeline", "timeline.Timeline"),
            entry("Moment", "timeline.Moment"),
            entry("Statistics", "statistics.StatisticsController$Statistics"),
            entry("Whereabouts", "realtime.RealtimeController$Whereabouts"),
            entry("Language", "language.OfferedLanguages$Offered"));

    private static final Pattern PROBLEM =
            Pattern.compile("(?:HttpStatus\\.[A-Z_]+,\\s*|unauthenticated\\()\"([a-z-]+)\"");

    private final WebTestClient client;
    private final RequestMappingHandlerMapping routes;
    private JsonNode document;

    OpenApiTest(WebTestClient client, @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        this.client = client;
        this.routes = routes;
    }

    @BeforeEach
    void read() {
        var body = client.get()
                .uri("/openapi.json")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        document = new JsonMapper().readTree(body);
    }

    @Test
    void describesEveryRouteAndNoOther() {
        var served = new TreeSet<String>();
        routes.getHandlerMethods().forEach((info, method) -> {
            if (method.getBeanType().getName().startsWith("io.judgeflow")) {
                info.getPatternsCondition()
                        .getPatterns()
                        .forEach(path -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> served.add(verb.name() + " " + path.getPatternString())));
            }
        });
        var described = new TreeSet<String>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation ->
                                described.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
        assertThat(described).isEqualTo(served);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        var references = document.findValuesAsString("$ref");
        assertThat(references).isNotEmpty();
        assertThat(references)
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void everyOperationHasANameAnAnswerAndAnExampleOfIt() {
        var names = document.findValuesAsString("operationId");
        assertThat(names).doesNotHaveDuplicates();
        document.get("paths")
                .forEach(path -> path.forEach(operation -> {
                    assertThat(operation.get("responses").propertyNames()).anyMatch(status -> status.startsWith("2"));
                    operation.get("responses").properties().stream()
                            .filter(answer -> answer.getKey().startsWith("2")
                                    && answer.getValue().has("content"))
                            .forEach(answer -> assertThat(answer.getValue().findValue("example"))
                                    .as(answer.toString())
                                    .isNotNull());
                }));
    }

    @Test
    void describesEveryFieldOfWhatIsReadAndWritten() throws ClassNotFoundException {
        var execution = fields(JobResult.class);
        execution.remove("code");
        assertFields("Execution", execution);
        var test = fields(TestResult.class);
        test.remove("attempts");
        assertFields("TestResult", test);
        assertFields("Limits", fields(Limits.class));
        assertFields("Scoring", fields(Scoring.class));
        assertFields("Points", fields(Scoring.Points.class));
        assertFields("FieldProblem", fields(FieldProblem.class));
        assertFields("ExecutionSummary", fields(ExecutionSummary.class));
        assertFields("LanguageStatistics", fields(LanguageStatistics.class));
        assertFields("Distribution", fields(Distribution.class));
        for (var own : OWN.entrySet()) {
            assertFields(own.getKey(), fields(Class.forName("io.judgeflow.gateway." + own.getValue())));
        }
    }

    @Test
    void describesEveryStatusAndVerdict() {
        assertThat(names("Status")).containsExactlyElementsOf(names(Status.class));
        assertThat(names("Verdict")).containsExactlyElementsOf(names(Verdict.class));
    }

    @Test
    void namesEveryTypeOfProblem() throws IOException {
        var source = Path.of("src", "main", "java", "io", "judgeflow", "gateway", "problem", "Problem.java");
        var types = PROBLEM.matcher(Files.readString(source))
                .results()
                .map(found -> "urn:judgeflow:problem:" + found.group(1))
                .toList();
        var described = document.at("/components/schemas/Problem/properties/type/examples")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        assertThat(types).hasSizeGreaterThan(8);
        assertThat(described).containsExactlyInAnyOrderElementsOf(Set.copyOf(types));
    }

    private void assertFields(String schema, Set<String> fields) {
        var described =
                document.at("/components/schemas/" + schema + "/properties").propertyNames();
        assertThat(described).as(schema).containsExactlyInAnyOrderElementsOf(fields);
    }

    private static Set<String> fields(Class<?> type) {
        var fields = new TreeSet<String>();
        for (var component : type.getRecordComponents()) {
            if (unwrapped(component)) {
                fields.addAll(fields(component.getType()));
            } else {
                fields.add(component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT));
            }
        }
        fields.removeAll(NOT_FOR_CLIENTS);
        return fields;
    }

    private static boolean unwrapped(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
    }

    private List<String> names(String schema) {
        var names = new ArrayList<String>();
        document.at("/components/schemas/" + schema + "/enum").forEach(name -> {
            if (!name.isNull()) {
                names.add(name.asString());
            }
        });
        return names;
    }

    private static List<String> names(Class<? extends Enum<?>> type) {
        return Stream.of(type.getFields())
                .map(constant -> constant.getAnnotation(JsonProperty.class).value())
                .collect(Collectors.toList());
    }
}
