package io.judgeflow.localjudge.web;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which attributes of a submission an answer shows. */
record Fields(Set<String> names) {

    static final Fields USUAL = new Fields(
            Set.of("token", "time", "memory", "stdout", "stderr", "compile_output", "message", "status"));

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
            return new Fields(SubmissionJson.NAMES);
        }
        var names = Arrays.asList(list.get().split(",", -1));
        List<String> unknown =
                names.stream().filter(name -> !SubmissionJson.NAMES.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw Refusal.badRequest("invalid fields: [" + String.join(", ", unknown) + "]");
        }
        return new Fields(new LinkedHashSet<>(names));
    }
}
