package io.judgeflow.realtime.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

class ProtocolTest {

    private static final Envelope REPLY = new Envelope(
            "6",
            null,
            "realtime:a",
            "system",
            JsonNodeFactory.instance.objectNode().put("status", "ok"));
    private static final Broadcast SAID =
            new Broadcast("m1", "change", JsonNodeFactory.instance.objectNode().put("n", 1));

    @Test
    void writesArraysInVersionTwo() {
        assertThat(text(Protocol.V2.write(REPLY)))
                .isEqualTo("[\"6\",null,\"realtime:a\",\"system\",{\"status\":\"ok\"}]");
    }

    @Test
    void writesObjectsInVersionOne() {
        assertThat(text(Protocol.V1.write(REPLY)))
                .isEqualTo("{\"topic\":\"realtime:a\",\"event\":\"system\",\"payload\":{\"status\":\"ok\"},"
                        + "\"ref\":null,\"join_ref\":\"6\"}");
    }

    @ParameterizedTest
    @EnumSource
    void readsWhatItWrites(Protocol protocol) {
        assertThat(protocol.read(text(protocol.write(REPLY)))).isEqualTo(REPLY);
    }

    @Test
    void writesBroadcastsInBinaryInVersionTwo() {
        var frame = (Frame.Binary) Protocol.V2.write("realtime:a", SAID);
        var bytes = new byte[frame.size()];
        frame.bytes().duplicate().get(bytes);
        assertThat(bytes).startsWith(4, 10, 6, 11, 1);
        assertThat(new String(bytes, 5, bytes.length - 5, StandardCharsets.UTF_8))
                .isEqualTo("realtime:achange{\"id\":\"m1\"}{\"n\":1}");
    }

    @Test
    void writesBroadcastsAsTextInVersionOne() {
        assertThat(text(Protocol.V1.write("realtime:a", SAID)))
                .contains("\"event\":\"broadcast\"")
                .contains(
                        "{\"type\":\"broadcast\",\"event\":\"change\",\"payload\":{\"n\":1},\"meta\":{\"id\":\"m1\"}}");
    }

    @Test
    void readsWhatAClientSaysInBinary() {
        var bytes = ByteBuffer.allocate(64).put(new byte[] {3, 1, 2, 10, 1, 0, 1});
        bytes.put("612realtime:ax{}".getBytes(StandardCharsets.UTF_8)).flip();
        var said = Protocol.V2.read(bytes);
        assertThat(said.joinRef()).isEqualTo("6");
        assertThat(said.ref()).isEqualTo("12");
        assertThat(said.topic()).isEqualTo("realtime:a");
        assertThat(said.event()).isEqualTo("broadcast");
    }

    @Test
    void refusesBinaryThatIsCutShort() {
        var bytes = ByteBuffer.wrap(new byte[] {3, 1, 2, 10, 1, 0, 1, '6'});
        assertThatThrownBy(() -> Protocol.V2.read(bytes)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "[]", "{}", "[1,2,3,4,5]", "{\"topic\":1,\"event\":2}"})
    void refusesWhatIsNoMessage(String text) {
        assertThatThrownBy(() -> Protocol.V1.read(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Protocol.V2.read(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isVersionOneUnlessSomethingElseIsAskedFor() {
        assertThat(Protocol.of(null)).isEqualTo(Protocol.V1);
        assertThat(Protocol.of("2.0.0")).isEqualTo(Protocol.V2);
        assertThatThrownBy(() -> Protocol.of("3.0.0")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String text(Frame frame) {
        return ((Frame.Text) frame).text();
    }
}
