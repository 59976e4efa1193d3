package io.judgeflow.gateway.submit;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/** A language as the user gave it: a name such as {@code python}, or Judge0's number. */
@JsonClassDescription("a string or a whole number")
record LanguageName(String text) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static LanguageName of(@Nullable String text) {
        // Jackson makes null of some values that are no text at all; that is as good as none.
        return new LanguageName(requireNonNullElse(text, ""));
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static LanguageName of(int id) {
        return new LanguageName(Integer.toString(id));
    }
}
