package io.judgeflow.localjudge.web;

import io.judgeflow.localjudge.language.Language;
import io.judgeflow.localjudge.language.Languages;
import io.judgeflow.localjudge.submission.Extras;
import io.judgeflow.localjudge.submission.Flag;
import io.judgeflow.localjudge.submission.Limit;
import io.judgeflow.localjudge.submission.Limits;
import io.judgeflow.localjudge.submission.RawText;
import io.judgeflow.localjudge.submission.Task;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one submission by the rules of Judge0 1.13.1; collects everything that is wrong with it. */
final class Intake {

    private static final int LONGEST_WORDS = 512;

    private final Attributes attributes;
    private final boolean base64;
    private final boolean allowNetwork;
    private final Map<String, List<String>> errors = new LinkedHashMap<>();

    private Intake(JsonNode node, boolean base64, boolean allowNetwork) {
        this.attributes = new Attributes(node);
        this.base64 = base64;
        this.allowNetwork = allowNetwork;
    }

    /** What became of it. */
    sealed interface Outcome {

        /** It may run. */
        record Accepted(Task task) implements Outcome {}

        /** It may not; messages by attribute. */
        record Invalid(Map<String, List<String>> errors) implements Outcome {}
    }

    static Outcome read(JsonNode node, boolean base64, boolean allowNetwork, Languages languages) {
        return new Intake(node, base64, allowNetwork).outcome(languages);
    }

    private Outcome outcome(Languages languages) {
        var source = source();
        var language = language(languages);
        var limits = limits();
        var extras = extras(language);
        var flags = flags();
        if (source == null || language == null || !errors.isEmpty()) {
            return new Outcome.Invalid(errors);
        }
        return new Outcome.Accepted(new Task(
                source,
                attributes.rawText("stdin", base64),
                attributes.rawText("expected_output", base64),
                language,
                limits,
                flags,
                extras));
    }

    private @Nullable RawText source() {
        var source = attributes.rawText("source_code", base64);
        if (source == null || source.isBlank()) {
            refuse("source_code", "can't be blank");
        }
        return source;
    }

    private @Nullable Language language(Languages languages) {
        var id = attributes.integer("language_id");
        if (id.isEmpty()) {
            refuse("language_id", "can't be blank");
        }
        var language = id.flatMap(languages::find).orElse(null);
        if (language == null) {
            // Judge0 really leaves the place of a missing id empty, between two spaces.
            var shown = id.map(String::valueOf).orElse("");
            refuse("language_id", "language with id " + shown + " doesn't exist");
        }
        return language;
    }

    private Limits limits() {
        var values = new EnumMap<Limit, BigDecimal>(Limit.class);
        for (var limit : Limit.values()) {
            if (attributes.has(limit.attribute())) {
                attributes
                        .number(limit.attribute())
                        .ifPresentOrElse(
                                value -> values.put(limit, withinRange(limit, value)),
                                () -> refuse(limit.attribute(), "is not a number"));
            }
        }
        return new Limits(values);
    }

    private BigDecimal withinRange(Limit limit, BigDecimal value) {
        if (limit.tooLow(value)) {
            refuse(limit.attribute(), limit.tooLowMessage());
        }
        if (limit.tooHigh(value)) {
            refuse(limit.attribute(), limit.tooHighMessage());
        }
        return value;
    }

    private Extras extras(@Nullable Language language) {
        var options = words("compiler_options");
        var arguments = words("command_line_arguments");
        boolean compiled = language == null || language.compileCommand() != null;
        if (options != null && !options.isBlank() && !compiled) {
            refuse("compiler_options", "setting compiler options is only allowed for compiled languages");
        }
        var files = attributes.rawText("additional_files", true);
        return new Extras(options, arguments, attributes.text("callback_url"), files);
    }

    private @Nullable String words(String name) {
        var words = attributes.text(name);
        if (words != null && words.codePointCount(0, words.length()) > LONGEST_WORDS) {
            refuse(name, "is too long (maximum is " + LONGEST_WORDS + " characters)");
        }
        return words;
    }

    private Set<Flag> flags() {
        var flags = EnumSet.noneOf(Flag.class);
        for (var flag : Flag.values()) {
            if (attributes.flag(flag.attribute())) {
                flags.add(flag);
            }
        }
        if (flags.contains(Flag.NETWORK) && !allowNetwork) {
            refuse(Flag.NETWORK.attribute(), "enabling network is not allowed");
        }
        return flags;
    }

    private void refuse(String attribute, String message) {
        Objects.requireNonNull(errors.computeIfAbsent(attribute, name -> new ArrayList<>()))
                .add(message);
    }
}
