package io.judgeflow.scorer.checker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.judgeflow.contracts.job.ChosenChecker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CheckerTest {

    private static final String PIECES = "aB01. -+e\t\n\r\0čßİ\u2028\ud83d\ude00";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            exact            | a          | a          | true
            exact            | a          | a\\n       | false
            exact            | ``         | ``         | true
            trimmed          | a          | a \\t\\n\\n  | true
            trimmed          | a          | ` a`       | false
            trimmed          | a\\n\\nb   | a  \\r\\n\\nb | true
            trimmed          | a\\nb      | a\\n\\nb   | false
            trimmed          | ``         | ``         | true
            trimmed          | a          | a\\0\\n    | true
            trimmed          | A          | a          | false
            tokens           | a b\\nc    | a\\n b  c  | true
            tokens           | a b        | ab         | false
            tokens           | a b        | a          | false
            tokens           | a          | a b        | false
            tokens           | ``         | `  \\n`    | true
            case-insensitive | Yes        | yES\\n     | true
            case-insensitive | ČŠ         | čš         | true
            case-insensitive | yes        | y es       | false
            float            | 1.0        | 1          | true
            float            | 0.3333333  | 0.33333334 | true
            float            | 0.3333333  | 0.3334     | false
            float            | 1000000    | 1000000.5  | true
            float            | ok 1e3     | ok 1000    | true
            float            | ok 1       | OK 1       | false
            float            | nan        | nan        | true
            float            | nan        | 1          | false
            float            | 1          | NaN        | false
            float            | 1          | 1d         | false
            float            | 16         | 0x10       | false
            float            | 1e999      | 1e999      | true
            float            | 1e999      | 2e999      | false
            float            | 1e999      | 5          | false
            float            | 5          | 1e999      | false
            float            | .5         | 5e-1       | true
            float            | 5.         | +5         | true
            float            | -          | +          | false
            float            | .          | 0          | false
            float            | 1e         | 1          | false
            float            | 1 2        | 1          | false
            unordered-lines  | a\\nb\\n   | b\\na      | true
            unordered-lines  | a\\na\\nb  | a\\nb\\nb  | false
            unordered-lines  | a\\nb      | b \\n\\na\\n | true
            unordered-lines  | a b        | b a        | false
            """)
    void comparesByItsRule(String name, String expected, String actual, boolean right) {
        assertThat(of(name).accepts(unescaped(expected), unescaped(actual))).isEqualTo(right);
    }

    @Test
    void takesOnlyTheToleranceThatIsGiven() {
        var abs = Checker.of(new ChosenChecker("float", 0.01, null));
        assertThat(abs.accepts("1000", "1000.009")).isTrue();
        assertThat(abs.accepts("1000", "1000.02")).isFalse();
        var rel = Checker.of(new ChosenChecker("float", null, 0.01));
        assertThat(rel.accepts("1000", "1009")).isTrue();
        assertThat(rel.accepts("0", "0.0001")).isFalse();
        assertThat(rel.accepts("-1000", "-991")).isTrue();
    }

    @Test
    void refusesACheckerThatDoesNotExist() {
        assertThatThrownBy(() -> of("diff")).hasMessageContaining("exact, trimmed, tokens");
        assertThatThrownBy(() -> Checker.of(new ChosenChecker("float", Double.NaN, null)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void acceptsWhatIsExpectedAndNeverLessThanItSays(ChosenChecker.Kind kind) {
        var checker = of(kind.label());
        for (int seed = 0; seed < 3000; seed++) {
            var random = new Random(seed);
            var expected = noise(random, 40);
            var actual = random.nextBoolean() ? noise(random, 40) : disturbed(expected, random);
            assertThat(checker.accepts(expected, expected)).as("seed %d", seed).isTrue();
            var judge0 = judge0(expected, actual);
            var ours = checker.accepts(expected, actual);
            switch (checker.strictness()) {
                case STRICTER -> assertThat(ours && !judge0).as("seed %d", seed).isFalse();
                case SAME -> assertThat(ours).as("seed %d", seed).isEqualTo(judge0);
                case LOOSER -> assertThat(judge0 && !ours).as("seed %d", seed).isFalse();
            }
        }
    }

    @Test
    void findsLinesInAnyOrderAndNoOthers() {
        for (int seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var lines = new ArrayList<>(IntStream.range(0, 50)
                    .mapToObj(i -> "line " + random.nextInt(20))
                    .toList());
            var expected = String.join("\n", lines);
            Collections.shuffle(lines, random);
            assertThat(of("unordered-lines").accepts(expected, String.join("\n", lines)))
                    .as("seed %d", seed)
                    .isTrue();
            lines.set(random.nextInt(50), "another line");
            assertThat(of("unordered-lines").accepts(expected, String.join("\n", lines)))
                    .as("seed %d", seed)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesLinearTimeWhateverIsPrinted(ChosenChecker.Kind kind) {
        var checker = of(kind.label());
        var nasty = List.of(" ".repeat(1 << 20), "\n".repeat(1 << 20), "9".repeat(1 << 20), "a ".repeat(1 << 19));
        var start = Instant.now();
        for (var expected : nasty) {
            for (var actual : nasty) {
                checker.accepts(expected, actual + "x");
                checker.accepts(expected, expected);
            }
        }
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    /** Judge0 1.13.1, in Ruby: {@code text.split("\n").collect(&:rstrip).join("\n").rstrip}. */
    private static boolean judge0(String expected, String actual) {
        return ruby(expected).equals(ruby(actual));
    }

    private static String ruby(String text) {
        return rstrip(Arrays.stream(text.split("\n")).map(CheckerTest::rstrip).collect(Collectors.joining("\n")));
    }

    private static String rstrip(String text) {
        return text.replaceFirst("[ \\t-\\r\\x00]+\\z", "");
    }

    private static String noise(Random random, int most) {
        return random.ints(random.nextInt(most), 0, PIECES.length())
                .mapToObj(i -> PIECES.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    private static String disturbed(String text, Random random) {
        var at = random.nextInt(text.length() + 1);
        return text.substring(0, at) + " \n\t\r\0a".charAt(random.nextInt(6)) + text.substring(at);
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace("\\r", "\r")
                .replace("\\0", "\0");
    }

    private static Checker of(String name) {
        return Checker.of(ChosenChecker.of(name));
    }
}
