package io.judgeflow.admin.rejudge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {

    @Test
    void turnsComeNoFasterThanTheRate() {
        var pace = Pace.read("100/s");
        var begin = System.nanoTime();
        for (int i = 0; i < 11; i++) {
            pace.awaitTurn();
        }
        assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(100_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1/m", "x"})
    void refusesWhatIsNoRate(String text) {
        assertThatThrownBy(() -> Pace.read(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
