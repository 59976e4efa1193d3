package io.judgeflow.architecture;

import static io.judgeflow.architecture.ComposeFile.names;
import static io.judgeflow.architecture.ComposeFile.read;
import static io.judgeflow.architecture.ComposeFile.services;
import static io.judgeflow.architecture.ComposeFile.texts;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** .env.example is what docker-compose.yml asks for, and infra/compose/secrets what it leaves open. */
class ComposeSettingsTest {

    /** Used, but not by name: by Compose itself, the command line client, and the secret of Prometheus. */
    private static final Set<String> ELSEWHERE = Set.of("COMPOSE_PROFILES", "JUDGEFLOW_KEY", "PROMETHEUS_KEY");

    private static final Pattern USED = Pattern.compile("\\$\\{([A-Z0-9_]+)");
    private static final Pattern ASKED = Pattern.compile("\\$\\{([A-Z0-9_]+):?\\?");
    private static final Pattern LISTED = Pattern.compile("^#?([A-Z0-9_]+)=", Pattern.MULTILINE);
    private static final Pattern OPEN = Pattern.compile("^([A-Z0-9_]+)=$", Pattern.MULTILINE);
    private static final Pattern FILLED_IN = Pattern.compile("^ +([A-Z0-9_]+)\\)", Pattern.MULTILINE);
    private static final Pattern CONTROLLER = Pattern.compile("\\d@([a-z0-9-]+):9093");
    private static final Pattern DEFAULT_PROFILES = Pattern.compile("^COMPOSE_PROFILES=(.+)", Pattern.MULTILINE);

    @Test
    void theExampleHasEverySettingAndNoOther() {
        var used = new HashSet<>(names(USED, read("docker-compose.yml")));
        used.addAll(ELSEWHERE);
        assertThat(names(LISTED, example())).isEqualTo(used);
    }

    @Test
    void theExampleHasNoSecretThatWouldDo() {
        var asked = new HashSet<>(names(ASKED, read("docker-compose.yml")));
        asked.addAll(Set.of("JUDGEFLOW_KEY", "PROMETHEUS_KEY"));
        assertThat(names(OPEN, example())).isEqualTo(asked);
    }

    @Test
    void theScriptOfSecretsFillsInWhatTheExampleLeavesOpen() {
        assertThat(names(FILLED_IN, read("infra/compose/secrets"))).isNotEmpty().isSubsetOf(names(OPEN, example()));
    }

    @Test
    void theExampleSaysWhatEveryProfileIs() {
        var profiles = services().values().stream()
                .flatMap(service -> texts(service, "profiles").stream())
                .collect(Collectors.toSet());
        var introduction = example().substring(0, example().indexOf("COMPOSE_PROFILES="));
        assertThat(profiles)
                .contains("cluster", "tracing", "judge0-backup")
                .allSatisfy(profile -> assertThat(introduction).containsPattern("\\b" + profile + " \\("));
        assertThat(names(DEFAULT_PROFILES, example()))
                .singleElement()
                .satisfies(some -> assertThat(profiles).contains(some.split(",", -1)));
    }

    @Test
    void theClusterOfTheExampleIsAllBrokersThatThereAre() {
        var brokers = services().keySet().stream()
                .filter(name -> name.startsWith("kafka"))
                .toList();
        assertThat(names(CONTROLLER, example())).containsExactlyInAnyOrderElementsOf(brokers);
        assertThat(example())
                .contains("#KAFKA_REPLICATION=" + brokers.size(), "#KAFKA_IN_SYNC=" + (brokers.size() - 1));
        assertThat(brokers)
                .filteredOn(name -> requireNonNull(services().get(name)).containsKey("profiles"))
                .hasSize(brokers.size() - 1);
    }

    private static String example() {
        return read(".env.example");
    }
}
