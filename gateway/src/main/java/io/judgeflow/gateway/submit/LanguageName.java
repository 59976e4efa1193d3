package io.judgeflow.gateway.submit;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonCreator;

/** A language as the user gave it: a name such as {@code python}, or Judge0's number. */
@JsonClassDescription("a string or a whole number")
record LanguageName(String text) {

    /** Not for Jackson, which would make a language without a text of {@code {}}. */
    @JsonCreator(mode = JsonCreator.Mode.DISABLED)
    LanguageName {
        text = requireNonNullElse(text, "");
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static LanguageName of(String text) {
        return new LanguageName(text);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static LanguageName of(int id) {
        return new LanguageName(Integer.toString(id));
    }
}
