package io.judgeflow.bench.fuzz;

import io.judgeflow.testkit.hostile.Vocabulary;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** JSON values that take the place of others. */
final class Values {

    /** A text that is near the largest that a record may have. */
    private static final String HUGE = "\"" + "h".repeat(900_000) + "\"";

    private static final int RARELY = 100;

    private static final List<String> TIMES = List.of(
            "\"+999999999-12-31T23:59:59.999999999Z\"",
            "\"+1000000000-12-31T23:59:59.999999999Z\"",
            "\"-999999999-01-01T00:00:00Z\"",
            "\"-1000000000-01-01T00:00:00Z\"",
            "\"9999-12-31T23:59:59.999999999Z\"",
            "\"2999-01-01T00:00:00Z\"",
            "\"2027-01-01T00:00:00+14:00\"",
            "\"1970-01-01T00:00:00Z\"",
            "\"0000-01-01T00:00:00Z\"",
            "\"2026-02-30T00:00:00Z\"",
            "9223372036854775807",
            "-9223372036854775808",
            "1e18",
            "0.000000001");

    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "1",
            "7",
            "1000",
            "-2147483648",
            "2147483647",
            "2147483648",
            "-9223372036854775808",
            "9223372036854775807",
            "1e308",
            "1e309",
            "4.9e-324",
            "-0.0",
            "0.1",
            "\"7\"",
            "NaN",
            "\"Infinity\"");

    private static final List<String> TEXTS = List.of(
            "\"\"",
            "\" \"",
            "\"x\"",
            "\"\\u0000\"",
            "\"\\udc00\\ud800\"",
            "\"\\ud83d\"",
            "\"\u2028\\u001f\\b\"",
            "\"../../..\"",
            "\"𝔘𝔫𝔦\"",
            "\"a/b/c\"",
            "\"float\"",
            "\"accepted\"",
            "\"done\"",
            "\"queued\"",
            "\"judged\"",
            "\"all-or-nothing\"",
            "\"bash\"",
            "\"c++\"",
            "\"0193582c-7d40-7cc1-8c1e-5f0b8c1e7a51\"",
            "\"" + "y".repeat(300) + "\"",
            "\"" + "\\u0001".repeat(20_000) + "\"",
            "\"" + "č".repeat(70_000) + "\"");

    private static final List<String> SHAPES = List.of(
            "[".repeat(600) + "]".repeat(600),
            "{\"a\":".repeat(600) + "1" + "}".repeat(600),
            "[".repeat(20_000),
            "9".repeat(1_500),
            "1e2147483647",
            "1E-400");

    private Values() {}

    /** Of the same kind, so that it may well be what belongs there. */
    static String like(JsonNode present, Random random) {
        if (present.isNumber()) {
            return one(NUMBERS, random);
        }
        if (present.isString()) {
            return random.nextInt(RARELY) == 0 ? HUGE : one(present.asString().endsWith("Z") ? TIMES : TEXTS, random);
        }
        return any(random);
    }

    /** Of whatever kind. */
    static String any(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> one(SHAPES, random);
            case 1 -> one(TIMES, random);
            case 2 -> one(NUMBERS, random);
            case 3 -> one(TEXTS, random);
            default -> one(Vocabulary.VALUES, random);
        };
    }

    private static String one(List<String> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }
}
