package io.judgeflow.localjudge.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which fields of a submission an answer shows.
 *
 * @param shown in their own order, whatever the order they were asked for in
 */
record Fields(List<Field> shown) {

    static final Fields USUAL =
            of(Set.of("token", "time", "memory", "stdout", "stderr", "compile_output", "message", "status"));

    private static final Set<String> NAMES =
            Field.ALL.stream().map(Field::name).collect(Collectors.toUnmodifiableSet());

    /**
     * Names separated by commas, without spaces; {@code *} is all, nothing is the usual eight.
     *
     * @throws Refusal for names that do not exist
     */
    static Fields parse(Optional<String> list) {
        if (list.isEmpty() || list.get().isEmpty()) {
            return USUAL;
        }
        if (list.get().equals("*")) {
            return new Fields(Field.ALL);
        }
        var names = Arrays.asList(list.get().split(",", -1));
        var unknown = names.stream().filter(name -> !NAMES.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw Refusal.badRequest("invalid fields: [" + String.join(", ", unknown) + "]");
        }
        return of(Set.copyOf(names));
    }

    private static Fields of(Set<String> names) {
        return new Fields(
                Field.ALL.stream().filter(field -> names.contains(field.name())).toList());
    }
}
