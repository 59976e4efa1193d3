package io.judgeflow.kafka.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WindowTest {

    private final AtomicInteger calls = new AtomicInteger();
    private final Window window = new Window(2, calls::incrementAndGet);

    @Test
    void holdsNoMoreThanItsSize() {
        assertThat(window.take()).isTrue();
        assertThat(window.take()).isTrue();
        assertThat(window.take()).isFalse();
        assertThat(window.taken()).isEqualTo(2);
    }

    @Test
    void callsOnlyWhoAskedInVain() {
        window.take();
        window.give();
        assertThat(calls).hasValue(0);
        window.take();
        window.take();
        window.take();
        window.give();
        window.give();
        assertThat(calls).hasValue(1);
    }
}
