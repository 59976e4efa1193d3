package io.judgeflow.contracts.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The schemas take what is written, refuse what is broken, and take nothing that cannot be read. */
class GoldenFilesTest {

    /** One of each type of JSON, none of which is right anywhere. */
    private static final JsonNode NOTHING_RIGHT = Schemas.JSON.readTree("[null, true, 0.5, \"no\", [[]], {\"no\": 1}]");

    /** Right in some places. */
    private static final JsonNode STRANGE = Schemas.JSON.readTree("""
            [-1, 0, 1.0, 1.5, 1e15, 2147483648, 9007199254740993, 9223372036854775808,
             "", " ", "0", "accepted", "ACCEPTED", "Accepted", "all_or_nothing", "gave_up", "gaveUp", "dispatched",
             "0193582C-7D40-7CC1-8C1E-5F0B8C1E7A51", "1-1-1-1-1", "{0193582c-7d40-7cc1-8c1e-5f0b8c1e7a51}",
             "0193582c-7d40-7cc1-8c1e-5f0b8c1e7a51\\n", "two sum", "two-sum\\n", "a/b", "3/4",
             "2026-11-23", "2026-11-23T08:00:00", "2026-11-23T08:00:00+01:00", "2026-11-23T08:00:00.1234567891Z",
             "2026-02-30T08:00:00Z", "2026-11-23T25:00:00Z", "2026-11-23T08:00:60Z", "2026-11-23T08:00:00Z\\n",
             "2026-11-23 08:00:00Z", "2026-11-23t08:00:00z", "+9999999999-01-01T00:00:00Z", "0000-01-01T00:00:00Z",
             "2026-11-23T24:00:00Z", "2026-11-23T08:00:00-23:59", "2026-11-23T08:00:00+24:00",
             [], [0], ["x"], [-1], [{}], [2147483648], {}, {"name": "float"}, {"name": "float", "abs": -1},
             {"name": "tokens", "rel": 1}, {"abs": 1}, {"name": 1}, {"accepted": 1}, {"partition": 0}]""");

    static Stream<String> events() {
        return Schemas.golden().keySet().stream().sorted();
    }

    @Test
    void everyEventHasASchemaAndAGoldenFile() {
        assertThat(Schemas.golden()).containsOnlyKeys(Events.all().keySet());
        var events =
                Stream.concat(Stream.of("definitions", "progress"), events()).toList();
        assertThat(Schemas.names()).containsExactlyInAnyOrderElementsOf(events);
    }

    @ParameterizedTest
    @MethodSource("events")
    void isTakenByItsSchemaWhoseExampleItIs(String event) {
        var golden = Schemas.golden(event);
        assertThat(Schemas.complaints(event, golden)).isEmpty();
        assertThat(Schemas.text(event).at("/examples/0")).isEqualTo(golden);
        assertThat(Schemas.accepts("progress", golden)).isEqualTo(event.startsWith("progress-"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void isTakenWithFieldsThatNobodyKnowsYet(String event) {
        var golden = Schemas.golden(event);
        var extended = golden.deepCopy();
        extend(extended);
        assertThat(Schemas.complaints(event, extended)).isEmpty();
        assertThat(Events.reread(event, extended)).isEqualTo(golden);
    }

    @ParameterizedTest
    @MethodSource("events")
    void isRefusedWithAValueThatIsRightNowhere(String event) {
        var mutants = Mutant.replacing(Schemas.golden(event), GoldenFilesTest::ofOtherTypes)
                .toList();
        assertThat(mutants)
                .hasSizeGreaterThan(10)
                .allSatisfy(mutant -> assertThat(Schemas.accepts(event, mutant.value()))
                        .as("%s", mutant)
                        .isFalse());
    }

    @ParameterizedTest
    @MethodSource("events")
    void neverTakesWhatCannotBeRead(String event) {
        var golden = Schemas.golden(event);
        var mutants = Stream.concat(Mutant.without(golden), Mutant.replacing(golden, value -> STRANGE.valueStream()))
                .toList();
        assertThat(mutants)
                .filteredOn(mutant -> !Schemas.accepts(event, mutant.value()))
                .isNotEmpty();
        assertThat(mutants)
                .filteredOn(mutant -> Schemas.accepts(event, mutant.value()))
                .allSatisfy(mutant -> assertThat(Events.reads(event, mutant.value()))
                        .as("%s", mutant)
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("events")
    void aNullIsReadAsAbsent(String event) {
        var golden = Schemas.golden(event);
        assertThat(Mutant.without(golden))
                .filteredOn(mutant -> !isMap(golden.at(mutant.at().head())) && Schemas.accepts(event, mutant.value()))
                .allSatisfy(mutant -> {
                    var none = Mutant.of(golden, mutant.at(), Schemas.JSON.nullNode());
                    assertThat(Events.reread(event, none.value()))
                            .as("%s", mutant)
                            .isEqualTo(Events.reread(event, mutant.value()));
                });
    }

    private static Stream<JsonNode> ofOtherTypes(JsonNode value) {
        return NOTHING_RIGHT.valueStream().filter(other -> other.getNodeType() != value.getNodeType());
    }

    private static void extend(JsonNode node) {
        node.forEach(GoldenFilesTest::extend);
        if (node instanceof ObjectNode object && !isMap(node)) {
            object.putObject("new").put("more", 1);
        }
    }

    /** Whose fields are no fields, but verdicts or instances. */
    private static boolean isMap(JsonNode node) {
        return node.has("memory_limit") || node.has("judge-a:2358");
    }
}
