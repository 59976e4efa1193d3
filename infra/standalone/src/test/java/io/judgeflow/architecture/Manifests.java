package io.judgeflow.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What kustomize makes of a folder under {@code infra/kubernetes}. */
record Manifests(List<JsonNode> all) {

    static final List<String> SERVICES = List.of("gateway", "submitter", "poller", "scorer");

    /** The overlay with everything in it. */
    static final String PRODUCTION = "overlays/production";

    private static final Path FOLDER =
            Path.of("..", "kubernetes").toAbsolutePath().normalize();
    private static final JsonMapper JSON = new JsonMapper();

    /** Skips the test on a machine without kubectl that is not CI. */
    static Manifests of(String folder) throws IOException {
        Assumptions.assumeTrue(System.getenv("CI") != null || found(), "needs kubectl");
        var kustomize = new ProcessBuilder(
                        "kubectl", "kustomize", FOLDER.resolve(folder).toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = kustomize.inputReader(UTF_8)) {
            var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
            var manifests = StreamSupport.stream(yaml.loadAll(output).spliterator(), false)
                    .<JsonNode>map(JSON::valueToTree)
                    .toList();
            assertThat(kustomize.onExit().join().exitValue()).as(folder).isZero();
            return new Manifests(manifests);
        }
    }

    private static boolean found() {
        try {
            return new ProcessBuilder("kubectl", "kustomize", "--help")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .onExit()
                            .join()
                            .exitValue()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    List<JsonNode> of(Kind kind) {
        return all.stream()
                .filter(manifest -> text(manifest, "/kind").matches(kind.name))
                .toList();
    }

    /** A kind, or several that are alike. */
    enum Kind {
        WORKLOAD("Deployment|StatefulSet"),
        SERVICE("Service"),
        POLICY("NetworkPolicy"),
        DISRUPTION("PodDisruptionBudget"),
        CONFIG("ConfigMap"),
        SECRET("Secret"),
        ACCOUNT("ServiceAccount"),
        TOPIC("KafkaTopic"),
        USER("KafkaUser"),
        KAFKA("Kafka"),
        BROKERS("KafkaNodePool"),
        SCALING("ScaledObject");

        private final String name;

        Kind(String name) {
            this.name = name;
        }
    }

    JsonNode one(Kind kind, String name) {
        var found = of(kind).stream().filter(it -> name(it).equals(name)).toList();
        assertThat(found).as("%s %s", kind, name).hasSize(1);
        return found.getFirst();
    }

    static String name(JsonNode manifest) {
        return text(manifest, "/metadata/name");
    }

    static String text(JsonNode node, String at) {
        return node.at(at).asString("");
    }

    static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    static JsonNode pod(JsonNode workload) {
        return workload.at("/spec/template/spec");
    }

    static List<JsonNode> containers(JsonNode workload) {
        var pod = pod(workload);
        var containers = new ArrayList<>(pod.path("containers").valueStream().toList());
        containers.addAll(pod.path("initContainers").valueStream().toList());
        return containers;
    }

    /** What a service finds in its environment. What is in others' secrets is shown as {@code secret/key}. */
    Map<String, String> environment(String service) {
        var container = containers(one(Kind.WORKLOAD, service)).getFirst();
        var environment = new TreeMap<String, String>();
        for (var source : container.path("envFrom")) {
            environment.putAll(data(source));
        }
        for (var variable : container.path("env")) {
            var reference = variable.at("/valueFrom/secretKeyRef");
            var value = reference.isMissingNode()
                    ? text(variable, "/value")
                    : text(reference, "/name") + "/" + text(reference, "/key");
            environment.put(text(variable, "/name"), value);
        }
        return environment;
    }

    private Map<String, String> data(JsonNode source) {
        var secret = source.path("secretRef");
        var config = secret.isMissingNode()
                ? one(Kind.CONFIG, text(source, "/configMapRef/name"))
                : one(Kind.SECRET, text(secret, "/name"));
        var data = new TreeMap<String, String>();
        config.path("data")
                .forEachEntry((key, value) ->
                        data.put(key, secret.isMissingNode() ? value.asString() : decoded(value.asString())));
        return data;
    }

    private static String decoded(String base64) {
        return new String(Base64.getMimeDecoder().decode(base64), UTF_8);
    }
}
