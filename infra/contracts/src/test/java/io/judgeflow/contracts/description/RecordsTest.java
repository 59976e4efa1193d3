package io.judgeflow.contracts.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.judgeflow.contracts.event.EventType;
import io.judgeflow.contracts.event.Progress;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Each schema has every component of its record, of the right type, and needed where it is; and no other field. */
class RecordsTest {

    static Stream<String> events() {
        return Events.all().keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("events")
    void aSchemaIsLikeItsRecord(String event) {
        var tags = event.startsWith("progress-") ? Set.of("type") : Set.<String>of();
        new Likeness(event, tags).check(Events.named(event), Schemas.text(event));
    }

    @ParameterizedTest
    @MethodSource("events")
    void whatIsLeftOutIsReadAsItsDefault(String event) {
        Mutant.without(Schemas.golden(event)).forEach(mutant -> {
            var field = described(event, mutant.at());
            if (field.has("default")) {
                var read = Events.reread(event, mutant.value()).at(mutant.at());
                assertThat(same(read, field.get("default")))
                        .as("%s: %s", mutant, read)
                        .isTrue();
            }
        });
    }

    @Test
    void everyDefaultIsInAGoldenFileToBeLeftOut() {
        var met = new TreeSet<String>();
        Schemas.golden()
                .forEach((event, golden) -> Mutant.without(golden)
                        .filter(mutant -> described(event, mutant.at()).has("default"))
                        .forEach(mutant -> met.add(mutant.at().last().getMatchingProperty())));
        var all = new TreeSet<String>();
        Schemas.names().forEach(name -> collectDefaults(Schemas.text(name), all));
        assertThat(all).hasSize(9).isEqualTo(met);
    }

    @Test
    void everyKindOfProgressIsKnownByItsType() {
        for (var kind : Progress.class.getAnnotation(JsonSubTypes.class).value()) {
            var name = EventType.of(kind.value()).name();
            assertThat(Schemas.text(name).at("/properties/type/const").asString())
                    .isEqualTo(kind.name());
            assertThat(Schemas.text("progress").at("/oneOf").findValuesAsString("$ref"))
                    .contains(name + ".json");
        }
    }

    /** What the schema says of the value there. */
    private static JsonNode described(String event, JsonPointer at) {
        var schema = Schemas.text(event);
        for (var rest = at; !rest.matches(); rest = rest.tail()) {
            var property = rest.getMatchingProperty();
            var resolved = Schemas.resolved(schema);
            schema = rest.mayMatchElement() && resolved.has("items")
                    ? resolved.get("items")
                    : Likeness.properties(resolved).getOrDefault(property, Schemas.JSON.createObjectNode());
        }
        return schema;
    }

    private static void collectDefaults(JsonNode node, Set<String> names) {
        node.properties().forEach(field -> {
            if (field.getValue().has("default")) {
                names.add(field.getKey());
            }
        });
        node.forEach(below -> collectDefaults(below, names));
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return one.isNumber() ? one.doubleValue() == other.doubleValue() : one.equals(other);
    }
}
