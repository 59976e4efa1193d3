package io.judgeflow.contracts.description;

import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A golden file with one thing changed.
 *
 * @param at what was changed
 * @param to what is there now; null where it was taken away
 */
record Mutant(JsonPointer at, @Nullable JsonNode to, JsonNode value) {

    /** One for every value in the file, at any depth, and everything that shall be there instead. */
    static Stream<Mutant> replacing(JsonNode golden, Function<JsonNode, Stream<JsonNode>> instead) {
        return pointers(JsonPointer.empty(), golden)
                .flatMap(at -> instead.apply(golden.at(at)).map(to -> of(golden, at, to)));
    }

    /** One for every field, at any depth. */
    static Stream<Mutant> without(JsonNode golden) {
        return pointers(JsonPointer.empty(), golden)
                .filter(at -> golden.at(at.head()).isObject())
                .map(at -> of(golden, at, null));
    }

    private static Stream<JsonPointer> pointers(JsonPointer at, JsonNode node) {
        var below = switch (node) {
            case ObjectNode object -> object.propertyNames().stream().map(at::appendProperty);
            case ArrayNode array -> IntStream.range(0, array.size()).mapToObj(at::appendIndex);
            default -> Stream.<JsonPointer>empty();
        };
        return below.flatMap(each -> Stream.concat(Stream.of(each), pointers(each, node.at(each.last()))));
    }

    /** With this one thing changed. */
    static Mutant of(JsonNode golden, JsonPointer at, @Nullable JsonNode to) {
        var copy = golden.deepCopy();
        var last = at.last();
        if (copy.at(at.head()) instanceof ArrayNode array) {
            array.set(last.getMatchingIndex(), Objects.requireNonNull(to));
        } else {
            var object = (ObjectNode) copy.at(at.head());
            object.remove(last.getMatchingProperty());
            if (to != null) {
                object.set(last.getMatchingProperty(), to);
            }
        }
        return new Mutant(at, to, copy);
    }

    @Override
    public String toString() {
        return at + (to == null ? " taken away" : " = " + to);
    }
}
