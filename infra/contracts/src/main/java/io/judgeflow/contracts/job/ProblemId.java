package io.judgeflow.contracts.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** What a submission is an answer to, as whoever sets the problems calls it; leaderboards are kept by it. */
public record ProblemId(String value) {

    /** What it must be like, for a message. */
    public static final String RULE = "must have 1 to 64 letters, digits, dots, hyphens or underscores";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public ProblemId {
        if (!fits(value)) {
            throw new IllegalArgumentException("a problem " + RULE);
        }
    }

    /**
     * Reads what {@link #toString} gives.
     *
     * @throws IllegalArgumentException when the text is not of the {@linkplain #RULE form}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ProblemId of(String text) {
        return new ProblemId(text);
    }

    /** Whether this text can be one. */
    public static boolean fits(String text) {
        return FORM.matcher(text).matches();
    }

    @JsonValue
    @Override
    public String toString() {
        return value;
    }
}
