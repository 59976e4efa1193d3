package io.judgeflow.kafka.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WindowTest {

    private final AtomicInteger calls = new AtomicInteger();
    private final Window window = new Window(2, 100, calls::incrementAndGet);

    @Test
    void holdsNoMoreThanItsSize() {
        assertThat(window.take(10)).isTrue();
        assertThat(window.take(10)).isTrue();
        assertThat(window.take(10)).isFalse();
        assertThat(window.taken()).isEqualTo(2);
    }

    @Test
    void callsOnlyWhoAskedInVain() {
        window.take(10);
        window.give(10);
        assertThat(calls).hasValue(0);
        window.take(10);
        window.take(10);
        window.take(10);
        window.give(10);
        window.give(10);
        assertThat(calls).hasValue(1);
    }

    @Test
    void holdsNoMoreThanItsBytes() {
        assertThat(window.take(60)).isTrue();
        assertThat(window.take(41)).isFalse();
        assertThat(window.take(40)).isTrue();
    }

    @Test
    void takesWhatIsTooLargeForItAlone() {
        assertThat(window.take(1)).isTrue();
        assertThat(window.take(1000)).isFalse();
        window.give(1);
        assertThat(calls).hasValue(1);
        assertThat(window.take(1000)).isTrue();
        assertThat(window.take(1)).isFalse();
    }
}
