package io.judgeflow.gateway.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UptakeTest {

    private static final WriteBufferWaterMark LITTLE = new WriteBufferWaterMark(1_000, 2_000);

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final Uptake uptake = Uptake.on(channel);

    UptakeTest() {
        channel.config().setWriteBufferWaterMark(LITTLE);
    }

    @Test
    void thereIsRoomUntilMuchHasNotLeft() {
        assertThat(room()).isCompleted();
        write(1_500);
        assertThat(room()).isCompleted();
        write(1_500);
        var room = room();
        assertThat(room).isNotDone();
        channel.flushOutbound();
        assertThat(room).isCompleted();
        assertThat(room()).isCompleted();
        channel.finishAndReleaseAll();
    }

    /** What was handed over to the event loop before takes its room first. */
    @Test
    void whatIsOnItsWayCounts() {
        channel.eventLoop().execute(() -> write(3_000));
        assertThat(room()).isNotDone();
        channel.finishAndReleaseAll();
    }

    @Test
    void nobodyWaitsForAClientThatHasGone() {
        write(3_000);
        var room = room();
        assertThat(room).isNotDone();
        channel.finishAndReleaseAll();
        assertThat(room).isCompleted();
        assertThat(room()).isCompleted();
    }

    @Test
    void leavesTheConnectionToOtherResponses() {
        uptake.close();
        channel.runPendingTasks();
        assertThat(channel.pipeline().get(Uptake.class)).isNull();
        uptake.close();
        channel.runPendingTasks();
        channel.finishAndReleaseAll();
    }

    private CompletableFuture<@Nullable Void> room() {
        var room = uptake.room().toFuture();
        channel.runPendingTasks();
        return room;
    }

    private void write(int bytes) {
        var written = channel.write(Unpooled.buffer(bytes).writeZero(bytes));
        assertThat(written.isDone()).isFalse();
    }
}
