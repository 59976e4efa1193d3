package io.judgeflow.architecture;

import static io.judgeflow.architecture.Manifests.SERVICES;
import static io.judgeflow.architecture.Manifests.containers;
import static io.judgeflow.architecture.Manifests.name;
import static io.judgeflow.architecture.Manifests.pod;
import static io.judgeflow.architecture.Manifests.text;
import static io.judgeflow.architecture.Manifests.texts;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.architecture.Manifests.Kind;
import io.judgeflow.kafka.KafkaSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import tools.jackson.databind.JsonNode;

/** What the manifests say of the services' pods is so. */
class KubernetesTest {

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Pattern VERSION =
            Pattern.compile("<artifactId>judgeflow</artifactId>\\s*<version>([^<]+)</version>");
    private static final Pattern VARIABLE = Pattern.compile("`([A-Z][A-Z0-9_]+)`");
    private static final String CLIENT = "JUDGEFLOW_KAFKA_CLIENT_";

    private static Manifests manifests;

    @BeforeAll
    static void build() throws IOException {
        manifests = Manifests.of(Manifests.PRODUCTION);
    }

    @Test
    void everyServiceIsThereInTheVersionOfThisProject() throws IOException {
        var version = VERSION.matcher(Files.readString(ROOT.resolve("pom.xml")));
        assertThat(version.find()).isTrue();
        assertThat(workloads()).extracting(Manifests::name).containsExactlyInAnyOrderElementsOf(SERVICES);
        assertThat(workloads())
                .allSatisfy(workload -> assertThat(containers(workload))
                        .extracting(container -> text(container, "/image"))
                        .containsExactly("judgeflow/" + name(workload) + ":" + version.group(1)));
    }

    @Test
    void noServiceMayMoreThanItNeeds() {
        assertThat(workloads()).allSatisfy(workload -> {
            var account = text(pod(workload), "/serviceAccountName");
            assertThat(manifests.one(Kind.ACCOUNT, account).path("automountServiceAccountToken"))
                    .hasToString("false");
            assertThat(pod(workload).path("automountServiceAccountToken")).hasToString("false");
            assertThat(pod(workload).at("/securityContext/runAsNonRoot")).hasToString("true");
            assertThat(text(pod(workload), "/securityContext/seccompProfile/type"))
                    .isEqualTo("RuntimeDefault");
            assertThat(containers(workload)).allSatisfy(container -> {
                var security = container.path("securityContext");
                assertThat(security.path("readOnlyRootFilesystem")).hasToString("true");
                assertThat(security.path("allowPrivilegeEscalation")).hasToString("false");
                assertThat(texts(security.at("/capabilities/drop"))).containsExactly("ALL");
                assertThat(security.has("privileged")).isFalse();
            });
        });
    }

    @Test
    void everyContainerHasItsShareAndItsBounds() {
        assertThat(workloads())
                .flatExtracting(Manifests::containers)
                .allSatisfy(container -> List.of("requests", "limits")
                        .forEach(kind -> assertThat(
                                        container.path("resources").path(kind).propertyNames())
                                .containsExactlyInAnyOrder("cpu", "memory")));
    }

    @Test
    void everyPortIsTheOneThatTheServiceListensTo() {
        assertThat(workloads()).allSatisfy(workload -> {
            var environment = manifests.environment(name(workload));
            assertThat(environment).containsEntry("SERVER_ADDRESS", "0.0.0.0");
            assertThat(containers(workload).getFirst().path("ports"))
                    .singleElement()
                    .satisfies(port -> {
                        assertThat(text(port, "/containerPort")).isEqualTo(environment.get("SERVER_PORT"));
                        assertThat(text(port, "/name")).isEqualTo("http");
                    });
        });
        assertThat(manifests.of(Kind.SERVICE).stream()
                        .flatMap(service -> service.at("/spec/ports").valueStream()))
                .isNotEmpty()
                .allSatisfy(port -> assertThat(text(port, "/targetPort")).isEqualTo("http"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"startupProbe", "readinessProbe", "livenessProbe"})
    void everyContainerIsAskedHowItIs(String probe) {
        var group = probe.equals("readinessProbe") ? "readiness" : "liveness";
        assertThat(workloads()).flatExtracting(Manifests::containers).allSatisfy(container -> {
            assertThat(text(container, "/" + probe + "/httpGet/path")).isEqualTo("/actuator/health/" + group);
            assertThat(text(container, "/" + probe + "/httpGet/port")).isEqualTo("http");
        });
    }

    @Test
    void everyVariableIsASetting() throws IOException {
        var known = Settings.all().stream()
                .map(setting -> setting.name().toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))
                .collect(Collectors.toSet());
        VARIABLE.matcher(Files.readString(ROOT.resolve("README.md")))
                .results()
                .forEach(match -> known.add(match.group(1)));
        assertThat(SERVICES)
                .allSatisfy(service -> assertThat(manifests.environment(service).keySet())
                        .filteredOn(variable -> !variable.startsWith(CLIENT))
                        .isSubsetOf(known));
    }

    @Test
    void everyVariableOfTheKafkaClientsArrivesUnderKafkasName() {
        assertThat(SERVICES).allSatisfy(service -> {
            var client = kafka(manifests.environment(service)).client();
            assertThat(client).containsKeys("security.protocol", "sasl.mechanism", "sasl.jaas.config");
            assertThat(ConsumerConfig.configNames()).containsAll(client.keySet());
        });
    }

    @Test
    void everySecretIsMadeHereOrByStrimzi() {
        var made = names(Kind.SECRET);
        made.addAll(names(Kind.USER));
        made.add(name(manifests.of(Kind.KAFKA).getFirst()) + "-cluster-ca-cert");
        var wanted = new TreeSet<String>();
        workloads().forEach(workload -> {
            pod(workload).findValues("secretRef").forEach(it -> wanted.add(text(it, "/name")));
            pod(workload).findValues("secretKeyRef").forEach(it -> wanted.add(text(it, "/name")));
            pod(workload).findValues("secret").forEach(it -> wanted.add(text(it, "/secretName")));
        });
        for (var other : manifests.all()) {
            other.findValues("credentials").forEach(it -> wanted.add(text(it, "/name")));
            other.findValues("secretTargetRef").forEach(list -> list.forEach(it -> wanted.add(text(it, "/name"))));
        }
        assertThat(wanted).contains("keda", "prometheus").hasSizeGreaterThan(9).isSubsetOf(made);
    }

    @Test
    void noSecretIsInTheManifests() {
        var own = SERVICES.stream()
                .flatMap(service -> manifests.environment(service).entrySet().stream())
                .filter(variable -> variable.getKey().matches(".*(SECRET|TOKEN|KEYS?|DATABASE_URL|JWKS_URL)$"))
                .toList();
        assertThat(own)
                .hasSizeGreaterThan(6)
                .allSatisfy(variable -> assertThat(variable.getValue()).contains("REPLACE"));
    }

    @Test
    void nothingComesInOrGoesOutThatNobodyNamed() {
        var strictest = manifests.one(Kind.POLICY, "nothing-else").path("spec");
        var label = "app.kubernetes.io/part-of";
        assertThat(texts(strictest.path("policyTypes"))).containsExactly("Ingress", "Egress");
        assertThat(strictest.has("ingress")).isFalse();
        assertThat(workloads())
                .allSatisfy(workload -> assertThat(
                                workload.at("/spec/template/metadata/labels").path(label))
                        .isEqualTo(strictest.at("/podSelector/matchLabels").path(label)));
        var brokers = requireNonNull(manifests.environment("scorer").get("KAFKA_BOOTSTRAP_SERVERS"));
        assertThat(manifests.one(Kind.POLICY, "to-kafka").findValuesAsString("port"))
                .containsExactly(brokers.substring(brokers.indexOf(':') + 1));
    }

    @Test
    void aServiceIsFoundByItsLabelAndNeverGivenUpAtOnce() {
        assertThat(workloads()).allSatisfy(workload -> {
            var selector = Map.of("app.kubernetes.io/name", name(workload));
            assertThat(strings(workload.at("/spec/selector/matchLabels"))).isEqualTo(selector);
            assertThat(strings(workload.at("/spec/template/metadata/labels"))).containsAllEntriesOf(selector);
            var budget = manifests.one(Kind.DISRUPTION, name(workload));
            assertThat(strings(budget.at("/spec/selector/matchLabels"))).isEqualTo(selector);
            assertThat(budget.at("/spec/maxUnavailable")).hasToString("1");
        });
        assertThat(manifests.of(Kind.SERVICE))
                .hasSize(3)
                .allSatisfy(service -> assertThat(strings(service.at("/spec/selector")))
                        .isEqualTo(Map.of("app.kubernetes.io/name", name(service))));
    }

    private static KafkaSettings kafka(Map<String, String> variables) {
        var environment = new StandardEnvironment();
        var name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment
                .getPropertySources()
                .replace(name, new SystemEnvironmentPropertySource(name, Map.copyOf(variables)));
        return new Binder(ConfigurationPropertySources.get(environment))
                .bind("judgeflow.kafka", KafkaSettings.class)
                .get();
    }

    private static List<JsonNode> workloads() {
        return manifests.of(Kind.WORKLOAD);
    }

    private static Set<String> names(Kind kind) {
        return manifests.of(kind).stream().map(Manifests::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> strings(JsonNode object) {
        return object.propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asString()));
    }
}
