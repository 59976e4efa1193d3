package io.judgeflow.architecture;

import static io.judgeflow.architecture.ComposeFile.ROOT;
import static io.judgeflow.architecture.ComposeFile.at;
import static io.judgeflow.architecture.ComposeFile.names;
import static io.judgeflow.architecture.ComposeFile.ours;
import static io.judgeflow.architecture.ComposeFile.read;
import static io.judgeflow.architecture.ComposeFile.services;
import static io.judgeflow.architecture.ComposeFile.texts;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docker-compose.yml and the files it mounts promise. */
class ComposeTest {

    /** Images that set themselves up as root, and the sandbox. */
    private static final Set<String> PRIVILEGED =
            Set.of("postgres", "realtime", "judge0", "judge0-workers", "judge0-backup", "judge0-backup-workers");

    private static final Pattern PROJECT_VERSION = Pattern.compile("^  <version>(.+)</version>", Pattern.MULTILINE);
    private static final Pattern BASE = Pattern.compile("^FROM (\\S+)", Pattern.MULTILINE);
    private static final Pattern VARIABLE = Pattern.compile("`([A-Z][A-Z0-9_]+)`");

    @Test
    void everyServiceIsBuiltAndWatched() {
        assertThat(ours()).allSatisfy((name, service) -> {
            assertThat(at(service, "build")).extractingByKey("args").isEqualTo(Map.of("SERVICE", name));
            assertThat(at(service, "healthcheck")).containsKey("test");
        });
    }

    @Test
    void noServiceMayMoreThanItNeeds() {
        assertThat(ours().values())
                .allSatisfy(service -> assertThat(service)
                        .containsEntry("read_only", true)
                        .containsEntry("user", "10001:10001")
                        .containsEntry("cap_drop", List.of("ALL")));
    }

    @Test
    void everyContainerIsBoundedAndWatched() {
        assertThat(services())
                .allSatisfy((name, service) ->
                        assertThat(service).as(name).containsKeys("mem_limit", "pids_limit", "restart", "healthcheck"));
    }

    @Test
    void whatMayMoreThanNothingIsNamed() {
        assertThat(services())
                .allSatisfy(
                        (name, service) -> assertThat(texts(service, "cap_drop").contains("ALL")
                                        && texts(service, "security_opt").contains("no-new-privileges:true"))
                                .as(name)
                                .isEqualTo(!PRIVILEGED.contains(name)));
    }

    @Test
    void everyImageHasAVersionAndOursTheProjects() {
        var version = names(PROJECT_VERSION, read("pom.xml"));
        var images = services().values().stream().map(service -> String.valueOf(service.get("image")));
        var bases = names(BASE, read("infra/compose/Dockerfile")).stream();
        assertThat(Stream.concat(images, bases))
                .allSatisfy(image -> assertThat(image).matches("[a-z0-9./-]+:[a-z0-9.-]*\\d[A-Za-z0-9.-]*"));
        assertThat(ours())
                .allSatisfy((name, service) -> assertThat(version)
                        .singleElement()
                        .satisfies(is -> assertThat(service).containsEntry("image", "judgeflow/" + name + ":" + is)));
    }

    @Test
    void everyBrokerIsAsTheOthersButForItsNameAndItsData() {
        var brokers = Stream.of("kafka", "kafka-2", "kafka-3")
                .map(name -> at(requireNonNull(services().get(name)), "environment"))
                .toList();
        assertThat(brokers).extracting(broker -> broker.get("KAFKA_NODE_ID")).containsExactly(1, 2, 3);
        assertThat(brokers.stream().map(ComposeTest::withoutItsName)).containsOnly(withoutItsName(brokers.getFirst()));
        assertThat(brokers.getFirst()).allSatisfy((name, value) -> {
            if (name.endsWith("REPLICATION_FACTOR")) {
                assertThat(value).isEqualTo("${KAFKA_REPLICATION:-1}");
            } else if (name.endsWith("MIN_ISR") || name.contains("MIN_INSYNC")) {
                assertThat(value).isEqualTo("${KAFKA_IN_SYNC:-1}");
            }
        });
        assertThat(services().values().stream().flatMap(service -> named(service)))
                .doesNotHaveDuplicates();
    }

    @Test
    void theSecondJudge0SharesNothingWithTheFirst() {
        var first = services().get("judge0");
        var second = services().get("judge0-backup");
        for (var key : List.of("POSTGRES_HOST", "REDIS_HOST")) {
            var host = at(requireNonNull(second), "environment").get(key);
            assertThat(host)
                    .isNotEqualTo(at(requireNonNull(first), "environment").get(key));
            assertThat(services().get(String.valueOf(host))).containsEntry("profiles", List.of("judge0-backup"));
        }
    }

    @Test
    void nothingIsPublishedBeyondLoopback() {
        var ports = services().values().stream().flatMap(service -> texts(service, "ports").stream());
        assertThat(ports).isNotEmpty().allSatisfy(port -> assertThat(port).startsWith("127.0.0.1:"));
        assertThat(services().values())
                .noneSatisfy(service -> assertThat(service).containsKey("network_mode"));
    }

    @Test
    void theReadmeKnowsEveryVariableThatAServiceIsGiven() {
        var known = Settings.all().stream()
                .map(setting -> setting.name().toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))
                .collect(Collectors.toSet());
        known.addAll(names(VARIABLE, read("README.md")));
        assertThat(ours())
                .allSatisfy((name, service) ->
                        assertThat(known).containsAll(at(service, "environment").keySet()));
    }

    @Test
    void everyMountedFileExists() {
        var mounted = names(Pattern.compile("\\./(infra/[^:]+):"), read("docker-compose.yml"));
        assertThat(mounted)
                .isNotEmpty()
                .allSatisfy(path -> assertThat(ROOT.resolve(path)).exists());
    }

    @Test
    void prometheusAsksEveryService() {
        var text = read("infra/prometheus/prometheus.yml");
        assertThat(ours())
                .allSatisfy((name, service) -> assertThat(text)
                        .contains(name + ":" + at(service, "environment").get("SERVER_PORT")));
    }

    /** The archive of classes is made by a start that fails for want of brokers, and for nothing else. */
    @Test
    void theStartThatAnImageIsMadeWithEndsAsTheServicesSay() {
        var expected = names(Pattern.compile("grep -q '([^']+)' /tmp/start.log"), read("infra/compose/Dockerfile"));
        assertThat(expected).hasSize(1);
        assertThat(read("infra/kafka/src/main/java/io/judgeflow/kafka/topic/BrokersUnfit.java"))
                .contains(expected);
    }

    private static Map<String, Object> withoutItsName(Map<String, Object> broker) {
        var rest = new HashMap<>(broker);
        rest.keySet().removeAll(Set.of("KAFKA_NODE_ID", "KAFKA_ADVERTISED_LISTENERS"));
        return rest;
    }

    /** Volumes with a name, which belong to one container each. */
    private static Stream<String> named(Map<String, Object> service) {
        return texts(service, "volumes").stream()
                .filter(volume -> !volume.startsWith("."))
                .map(volume -> volume.substring(0, volume.indexOf(':')));
    }
}
