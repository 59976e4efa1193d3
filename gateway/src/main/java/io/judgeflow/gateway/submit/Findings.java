package io.judgeflow.gateway.submit;

import io.judgeflow.gateway.problem.FieldProblem;
import io.judgeflow.gateway.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers everything that is wrong, so that a client mends it all at once. */
final class Findings {

    private final List<FieldProblem> found = new ArrayList<>();

    /** Notes the rule unless it holds. */
    void require(boolean holds, String field, String rule) {
        if (!holds) {
            found.add(new FieldProblem(field, rule));
        }
    }

    /** Requires text that every part of the pipeline, PostgreSQL included, can hold as it is. */
    void requireText(@Nullable String text, String field) {
        if (text != null) {
            require(unicode(text), field, "is not valid Unicode text");
        }
    }

    /** Requires short text of one line. */
    void requireLabel(@Nullable String text, String field, int characters) {
        requireText(text, field);
        if (text != null) {
            require(text.length() <= characters, field, "must have at most " + characters + " characters");
            require(
                    text.chars().noneMatch(Character::isISOControl),
                    field,
                    "must not contain line breaks or other control characters");
        }
    }

    /**
     * Ends the gathering.
     *
     * @throws Problem when anything was found
     */
    void conclude() {
        if (!found.isEmpty()) {
            throw Problem.invalid(List.copyOf(found));
        }
    }

    private static boolean unicode(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
