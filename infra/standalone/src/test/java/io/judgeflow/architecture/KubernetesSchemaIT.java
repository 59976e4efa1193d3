package io.judgeflow.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Kubernetes, Strimzi, KEDA and the others know what is in the manifests; skipped without npm or kubectl but in CI. */
class KubernetesSchemaIT {

    private static final Path SOURCES = Path.of("src", "test", "kubernetes");
    private static final Path INSTALLED = Path.of("target", "kubernetes");
    private static final JsonMapper JSON = new JsonMapper();

    /** Kind, place, name and, but where it is taken away, value. */
    private static final String MISTAKES = """
            Deployment /spec/template/spec/containers/0 imagePullPolice "Always"
            Deployment /spec/template/spec/containers/0/readinessProbe periodSecond 5
            Deployment /spec/template/spec/containers/0/lifecycle/preStop sleep {"second": 1}
            Deployment /spec replicas "two"
            Deployment /spec selector
            StatefulSet /spec serviceNames "scorer"
            StatefulSet /spec/template/spec/securityContext/seccompProfile type
            NetworkPolicy /spec policyType []
            NetworkPolicy /spec egress {"to": []}
            PodDisruptionBudget /spec maxUnavailible 1
            Ingress /spec/rules/0/http/paths/0 pathType
            Secret /data value "!"
            KafkaUser /spec/authorization/acls/0 operations ["Peek"]
            KafkaUser /spec/authorization/acls/0 operation "Read"
            KafkaTopic /spec partition 6
            KafkaTopic / apiVersion "kafka.strimzi.io/v9"
            KafkaNodePool /spec roles ["leader"]
            Kafka /spec zookeeper {}
            Kafka /spec/kafka/listeners/0 name "Services!"
            ScaledObject /spec scaleTargetRef
            ScaledObject /spec/triggers/0/metadata value 70
            TriggerAuthentication /spec/secretTargetRef/0 secret "keda"
            PodMonitor /spec/podMetricsEndpoints/0 ports "http"
            """;

    private static Manifests production;

    @BeforeAll
    static void install() throws IOException {
        Files.createDirectories(INSTALLED);
        for (var file : List.of("package.json", "package-lock.json", "validate.mjs")) {
            Files.copy(SOURCES.resolve(file), INSTALLED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Assumptions.assumeTrue(System.getenv("CI") != null || runs("npm", "--version"), "needs npm");
        assertThat(runs("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"))
                .isTrue();
        production = Manifests.of(Manifests.PRODUCTION);
    }

    @Test
    void everyManifestIsWhatItsKindMayBe() throws IOException {
        var manifests = new ArrayList<JsonNode>();
        for (var folder :
                List.of(Manifests.PRODUCTION, "base", "components/http-route", "components/tracing", "examples")) {
            manifests.addAll(Manifests.of(folder).all());
        }
        assertThat(manifests).hasSizeGreaterThan(80);
        assertThat(problems(manifests)).isEmpty();
    }

    @Test
    void whatIsWrongWouldBeSeen() throws IOException {
        var wrong = new ArrayList<JsonNode>();
        MISTAKES.lines().forEach(line -> wrong.add(made(line, "mistake-%02d".formatted(wrong.size()))));
        var problems = problems(wrong);
        assertThat(wrong)
                .hasSizeGreaterThan(20)
                .allSatisfy(manifest -> assertThat(problems)
                        .as(manifest.toString())
                        .anyMatch(problem -> problem.contains(Manifests.name(manifest) + ":")));
    }

    /** A manifest of this kind with something else in this place, or nothing; by another name. */
    private static JsonNode made(String mistake, String name) {
        var words = mistake.split(" +", 4);
        var manifest = production.all().stream()
                .filter(candidate -> Manifests.text(candidate, "/kind").equals(words[0]))
                .findFirst()
                .orElseThrow()
                .deepCopy();
        ((ObjectNode) manifest.get("metadata")).put("name", name);
        var place = (ObjectNode) manifest.at(words[1].equals("/") ? "" : words[1]);
        if (words.length < 4) {
            assertThat(place.remove(words[2])).as(mistake).isNotNull();
        } else {
            place.set(words[2], JSON.readTree(words[3]));
        }
        return manifest;
    }

    private static List<String> problems(List<JsonNode> manifests) throws IOException {
        var validator = new ProcessBuilder("node", "validate.mjs")
                .directory(INSTALLED.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = validator.inputReader(UTF_8)) {
            try (var input = validator.outputWriter(UTF_8)) {
                input.write(JSON.writeValueAsString(manifests));
            }
            var problems = output.lines().toList();
            assertThat(validator.onExit().join().exitValue()).isZero();
            return problems;
        }
    }

    private static boolean runs(String... words) {
        try {
            var process = new ProcessBuilder(Stream.of(words).toList())
                    .directory(INSTALLED.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.onExit().join().exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
