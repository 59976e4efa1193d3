package io.judgeflow.contracts.job;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The checker that a submission asks for, as it was given: {@code "tokens"}, or an object where there is more to say, such
 * as {@code {"name": "float", "abs": 1e-9, "rel": 1e-6}}. Any name can be carried, so that a job with one that does not
 * exist ends with a reason and not as an unreadable record; {@link #complaint()} says whether it can be used.
 *
 * @param abs {@link Kind#FLOAT} only: how far a number may be off; null for none given
 * @param rel {@link Kind#FLOAT} only: how far it may be off as a share of the expected one; null for none given
 */
@JsonClassDescription("the name of a checker, or an object with its name")
public record ChosenChecker(
        String name, @Nullable Double abs, @Nullable Double rel) {

    private static final int SHOWN = 40;

    public ChosenChecker {
        Objects.requireNonNull(name, "the checker has no name");
    }

    /** A checker without parameters. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ChosenChecker of(String name) {
        return new ChosenChecker(name, null, null);
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static ChosenChecker of(
            @JsonProperty(value = "name", required = true) String name,
            @JsonProperty("abs") @Nullable Double abs,
            @JsonProperty("rel") @Nullable Double rel) {
        return new ChosenChecker(name, abs, rel);
    }

    /** Which one it is; empty when there is none of this name. */
    public Optional<Kind> kind() {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.label().equals(name))
                .findFirst();
    }

    /** Why it cannot be used, as the end of a sentence about it; empty when it can. */
    public Optional<String> complaint() {
        var kind = kind();
        if (kind.isEmpty()) {
            return Optional.of("must be one of " + Kind.all());
        }
        if (kind.get() != Kind.FLOAT && (abs != null || rel != null)) {
            return Optional.of("takes abs and rel only with the name " + Kind.FLOAT.label());
        }
        return isTolerance(abs) && isTolerance(rel)
                ? Optional.empty()
                : Optional.of("must have an abs and rel of 0 or more");
    }

    private static boolean isTolerance(@Nullable Double number) {
        return number == null || (number >= 0 && Double.isFinite(number));
    }

    @JsonValue
    Object json() {
        if (abs == null && rel == null) {
            return name;
        }
        var fields = new LinkedHashMap<String, Object>();
        fields.put("name", name);
        if (abs != null) {
            fields.put("abs", abs);
        }
        if (rel != null) {
            fields.put("rel", rel);
        }
        return fields;
    }

    /** Short enough for a log line, whatever was given. */
    @Override
    public String toString() {
        return name.length() <= SHOWN ? name : name.substring(0, SHOWN) + "…";
    }

    /** Every checker there is. What each of them does is said where it is done, in the scorer. */
    public enum Kind {
        EXACT("exact"),
        TRIMMED("trimmed"),
        TOKENS("tokens"),
        CASE_INSENSITIVE("case-insensitive"),
        FLOAT("float"),
        UNORDERED_LINES("unordered-lines");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** What a submission calls it. */
        public String label() {
            return label;
        }

        private static String all() {
            return Arrays.stream(values()).map(Kind::label).collect(Collectors.joining(", "));
        }
    }
}
