package io.judgeflow.contracts.description;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.event.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Within a version of the schemas fields and the values of enums are added, and nothing else is changed. */
class CompatibilityTest {

    private static final Map<String, JsonNode> PUBLISHED = Schemas.published(Schema.VERSION);
    private static final Map<String, JsonNode> PRESENT =
            Schemas.names().stream().collect(Collectors.toMap(name -> name, Schemas::text));

    @Test
    void whoeverReadsOrWritesByWhatWasPublishedStillCan() {
        assertThat(PUBLISHED).hasSizeGreaterThan(10);
        assertThat(Publication.complaints(PUBLISHED, PRESENT)).isEmpty();
    }

    /** Copy the schemas to {@code published/v<version>} when something was added: from then on it is held as well. */
    @Test
    void whateverWasAddedIsHeldFromThenOn() {
        assertThat(Publication.complaints(PRESENT, PUBLISHED)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "job-result, /properties/score",
        "job-result, /required/0",
        "job-submitted, /properties/tests/items",
        "definitions, /$defs/verdict/enum/8",
        "definitions, /$defs/testCase/properties/stdin",
        "definitions, /$defs/jobId/pattern",
        "definitions, /$defs/checker/oneOf/2",
        "progress-judged, /properties/verdict",
    })
    void takesNothingAway(String file, String what) {
        assertThat(complaints(file, schema -> remove(schema, what))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "job-submitted | /required | [\"schemaVersion\", \"jobId\", \"userId\"]",
                "job-submitted | /additionalProperties | false",
                "job-submitted | /properties/code/maxLength | 100",
                "job-submitted | /properties/code/enum | [\"x\"]",
                "job-result | /properties/score | {\"type\": \"string\"}",
                "definitions | /$defs/kibibytes/type | \"number\"",
                "definitions | /$defs/status/enum | [\"queued\", \"running\", \"done\"]",
            })
    void narrowsAndTurnsNothing(String file, String what, String value) {
        assertThat(complaints(file, schema -> set(schema, what, value))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "job-result | /properties/more | {\"type\": \"string\"}",
                "job-result | /properties/score/description | \"Other words.\"",
                "definitions | /$defs/status/enum | [\"queued\", \"running\", \"done\", \"error\", \"paused\"]",
                "definitions | /$defs/runOutput/properties/cpuCycles | {\"type\": \"integer\"}",
            })
    void addsFieldsAndValuesOfEnums(String file, String what, String value) {
        assertThat(complaints(file, schema -> set(schema, what, value))).isEmpty();
    }

    private interface Change {
        void on(JsonNode schema);
    }

    private static List<String> complaints(String file, Change change) {
        var schema = Objects.requireNonNull(PUBLISHED.get(file)).deepCopy();
        change.on(schema);
        var changed = new HashMap<>(PUBLISHED);
        changed.put(file, schema);
        return Publication.complaints(PUBLISHED, changed);
    }

    private static void remove(JsonNode schema, String what) {
        var slash = what.lastIndexOf('/');
        var parent = schema.at(what.substring(0, slash));
        var name = what.substring(slash + 1);
        assertThat(schema.at(what).isMissingNode()).isFalse();
        if (parent instanceof ObjectNode object) {
            object.remove(name);
        } else {
            ((ArrayNode) parent).remove(Integer.parseInt(name));
        }
    }

    private static void set(JsonNode schema, String what, String value) {
        var slash = what.lastIndexOf('/');
        ((ObjectNode) schema.at(what.substring(0, slash))).set(what.substring(slash + 1), Schemas.JSON.readTree(value));
    }
}
