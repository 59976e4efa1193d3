package io.judgeflow.localjudge.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"aGkK", "aGkK\n", "aG kK", "aGkK====junk", "a*G(k)K", "aGkKa"})
    void decodesWhateverLooksLikeBase64(String encoded) {
        assertThat(RawText.ofBase64(encoded)).isEqualTo(RawText.of("hi\n"));
    }

    @Test
    void keepsEveryByteThroughBase64() {
        var all = new byte[256];
        for (int value = 0; value < all.length; value++) {
            all[value] = (byte) value;
        }
        assertThat(RawText.ofBase64(RawText.of(all).toBase64()).bytes()).isEqualTo(all);
    }

    @ParameterizedTest
    @CsvSource({
        "'a\nb', 'a  \nb\t\n\n'",
        "'a', 'a\r\n'",
        "' a\n\nb', ' a \n \nb'",
        "'', '\n \n'",
    })
    void overlooksWhiteSpaceAtTheEndOfLines(String left, String right) {
        assertThat(RawText.of(left).matches(RawText.of(right))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"'a', ' a'", "'a\nb', 'a\n\nb'", "'a b', 'a  b'", "'a', 'A'"})
    void seesEveryOtherDifference(String left, String right) {
        assertThat(RawText.of(left).matches(RawText.of(right))).isFalse();
    }

    @Test
    void comparesLongRunsOfSpacesQuickly() {
        var spaces = RawText.of(" ".repeat(2_000_000) + "x");
        assertThat(spaces.matches(RawText.of("x"))).isFalse();
    }
}
