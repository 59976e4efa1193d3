package io.judgeflow.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.topic.Stage;
import io.judgeflow.contracts.topic.Topic;
import io.judgeflow.contracts.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents say is so. */
class DocumentsTest {

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("]\\((?!http)([^)#]+)[^)]*\\)");
    private static final Pattern DELAY = Pattern.compile("\\.\\d+m?s$");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "infra/decisions/README.md",
                "infra/kubernetes/README.md",
                "infra/guide/brokers.md",
                "infra/guide/operations.md",
                "infra/guide/topics.md",
                ".github/CONTRIBUTING.md"
            })
    void everyLinkLeadsSomewhere(String document) throws IOException {
        var file = ROOT.resolve(document);
        LINK.matcher(Files.readString(file))
                .results()
                .map(link -> file.resolveSibling(link.group(1)))
                .forEach(path -> assertThat(path).as("linked in %s", document).exists());
    }

    @Test
    void theReadmeListsEveryTopic() throws IOException {
        var topics = Topics.all().stream()
                .map(topic -> DELAY.matcher(topic.name("judgeflow")).replaceFirst(".<delay>"))
                .collect(Collectors.toSet());
        assertThat(section("## The topics"))
                .contains(topics.stream().map(name -> "| `" + name + "` |").toList());
    }

    @Test
    void theReadmeSaysWhoWritesAndReadsATopic() throws IOException {
        var rows = section("## The topics").lines().toList();
        assertThat(Topics.all()).allSatisfy(topic -> {
            var name = DELAY.matcher(topic.name("judgeflow")).replaceFirst(".<delay>");
            assertThat(rows)
                    .filteredOn(row -> row.startsWith("| `" + name + "` |"))
                    .singleElement()
                    .satisfies(row -> {
                        var cells = row.split(" \\| ", -1);
                        assertThat(words(cells[2])).isEqualTo(names(topic.writers()));
                        assertThat(words(cells[3])).isEqualTo(names(topic.readers()));
                    });
        });
    }

    private static Set<String> words(String cell) {
        return Stream.of(cell.replace(" |", "").split(", "))
                .map(word -> word.replaceFirst("s$", ""))
                .collect(Collectors.toSet());
    }

    private static Set<String> names(Set<Stage> stages) {
        return stages.stream()
                .map(stage -> stage.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.toSet());
    }

    @Test
    void theReadmeNamesEveryDelay() throws IOException {
        var section = section("## The topics");
        assertThat(Topics.all()).extracting(Topic::base).allSatisfy(base -> {
            var delay = DELAY.matcher(base);
            assertThat(section).contains(delay.find() ? delay.group().substring(1) : base);
        });
    }

    @Test
    void theReadmeListsEverySettingWithItsDefault() throws IOException {
        var section = section("## Configuration");
        assertThat(Settings.all()).hasSizeGreaterThan(30);
        assertThat(Settings.all())
                .extracting(Settings.Setting::row)
                .allSatisfy(row -> assertThat(section).contains(row));
        var rows =
                section.lines().filter(line -> line.startsWith("| `judgeflow.") || line.startsWith("| `localjudge."));
        assertThat(rows).hasSameSizeAs(Settings.all());
    }

    @Test
    void everyFolderOfTheTableExistsAndEveryFolderIsInTheTable() throws IOException {
        var section = section("## Where to find what");
        try (var folders = Files.list(ROOT.resolve("infra"))) {
            folders.filter(Files::isDirectory)
                    .forEach(folder -> assertThat(section).contains("| `infra/" + folder.getFileName() + "/` |"));
        }
    }

    private static String section(String heading) throws IOException {
        var text = Files.readString(ROOT.resolve("README.md"));
        var start = text.indexOf(heading);
        var end = text.indexOf("\n## ", start + 1);
        return text.substring(start, end < 0 ? text.length() : end);
    }
}
