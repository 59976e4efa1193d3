package io.judgeflow.testkit.hostile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Bodies of submissions, some of them right. */
final class BadSubmissions {

    private final Random random;

    BadSubmissions(Random random) {
        this.random = random;
    }

    /** One. */
    String one() {
        var fields = new ArrayList<>(List.of("\"code\":\"print(1)\"", "\"lang\":\"python\""));
        for (var i = random.nextInt(4); i > 0; i--) {
            fields.add("\"" + any(Vocabulary.FIELDS) + "\":" + value(2));
        }
        if (random.nextInt(4) == 0) {
            fields.remove(random.nextInt(fields.size()));
        }
        Collections.shuffle(fields, random);
        return "{" + String.join(",", fields) + "}";
    }

    private String value(int depth) {
        if (depth == 0 || random.nextInt(3) > 0) {
            return any(Vocabulary.VALUES);
        }
        var names = List.of(
                "name",
                "stdin",
                "expected_output",
                "weight",
                "cpu_time",
                "wall_time",
                "memory",
                "points",
                "policy",
                "accepted",
                "other");
        var object =
                "{\"" + any(names) + "\":" + value(depth - 1) + ",\"" + any(names) + "\":" + value(depth - 1) + "}";
        return random.nextBoolean() ? object : "[" + object + "]";
    }

    /** A list of them, and of what is none. */
    String batch() {
        return IntStream.range(0, random.nextInt(6))
                .mapToObj(i -> random.nextInt(4) == 0 ? any(Vocabulary.VALUES) : one())
                .collect(Collectors.joining(",", "[", "]"));
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
