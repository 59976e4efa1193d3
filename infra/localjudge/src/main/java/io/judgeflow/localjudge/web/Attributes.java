package io.judgeflow.localjudge.web;

import io.judgeflow.localjudge.submission.RawText;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** The attributes of one submission, cast as Rails casts them. Unknown ones are never looked at. */
record Attributes(JsonNode node) {

    private static final Set<String> FALSE = Set.of("", "0", "f", "false", "off");
    private static final Pattern LEADING_NUMBER = Pattern.compile("\\s*([+-]?\\d{1,9}).*", Pattern.DOTALL);

    /** Numbers and booleans count as their text; arrays and objects as missing. */
    @Nullable
    String text(String name) {
        return scalar(name).map(JsonNode::asString).orElse(null);
    }

    /** @param base64 whether it must be decoded; Judge0 answers 500 to what is no text then */
    @Nullable
    RawText rawText(String name, boolean base64) {
        var value = scalar(name);
        if (value.isEmpty()) {
            return null;
        }
        if (!base64) {
            return RawText.of(value.get().asString());
        }
        if (!value.get().isString()) {
            throw new FrameworkError(HttpStatus.INTERNAL_SERVER_ERROR);
        }
        return RawText.ofBase64(value.get().asString());
    }

    /** Empty when missing; a text counts with the number it begins with, or 0. */
    Optional<Integer> integer(String name) {
        return scalar(name).map(value -> {
            var number = LEADING_NUMBER.matcher(value.asString());
            return number.matches() ? Integer.parseInt(number.group(1)) : 0;
        });
    }

    boolean has(String name) {
        return scalar(name).isPresent();
    }

    /** Empty when it is no number. */
    Optional<BigDecimal> number(String name) {
        try {
            return scalar(name).map(value -> new BigDecimal(value.asString().trim()));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    boolean flag(String name) {
        return scalar(name)
                .filter(value -> !FALSE.contains(value.asString().toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    private Optional<JsonNode> scalar(String name) {
        return Optional.ofNullable(node.get(name)).filter(value -> value.isValueNode() && !value.isNull());
    }
}
