package io.judgeflow.realtime.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.judgeflow.realtime.wire.Frame;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private final Outbox outbox = new Outbox(100);

    @Test
    void keepsTheOrder() {
        outbox.add(new Frame.Text("a"));
        outbox.add(new Frame.Text("b"));
        assertThat(outbox.frames().take(2).map(Frame::size).collectList().block())
                .hasSize(2);
    }

    @Test
    void takesOneFrameOfAnySize() {
        outbox.add(new Frame.Text("x".repeat(1000)));
        assertThat(outbox.frames().blockFirst()).extracting(Frame::size).isEqualTo(1000);
    }

    @Test
    void cutsOffWhoDoesNotRead() {
        outbox.add(new Frame.Text("x".repeat(60)));
        outbox.add(new Frame.Text("x".repeat(60)));
        outbox.add(new Frame.Text("x"));
        assertThatThrownBy(() -> outbox.frames().blockLast()).isInstanceOf(Outbox.Overflow.class);
    }

    @Test
    void hasRoomAgainForWhatWasSent() {
        for (int i = 0; i < 10; i++) {
            outbox.add(new Frame.Text("x".repeat(60)));
            if (i == 0) {
                outbox.frames().subscribe();
            }
        }
        outbox.add(new Frame.Text("x".repeat(60)));
    }
}
