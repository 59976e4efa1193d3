package io.judgeflow.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoopbackPortTest {

    /** Linux gives those from 32768 on to connections that go out, macOS those from 49152 on. */
    private static final int FIRST_OF_CONNECTIONS = 32_768;

    @Test
    void anyIsEachTimeAnotherThatNoConnectionGets() {
        var ports = IntStream.range(0, 50)
                .map(i -> LoopbackPort.claim(LoopbackPort.ANY, "a test"))
                .boxed()
                .toList();

        assertThat(ports).doesNotHaveDuplicates().allMatch(port -> port > 1024 && port < FIRST_OF_CONNECTIONS);
    }

    @Test
    void oneThatIsWantedIsRefusedWhereSomebodyListens() throws IOException {
        try (var other = new ServerSocket(LoopbackPort.ANY, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LoopbackPort.claim(other.getLocalPort(), "a test"))
                    .isInstanceOf(PortTaken.class)
                    .hasMessageContaining("a test");
        }
    }
}
