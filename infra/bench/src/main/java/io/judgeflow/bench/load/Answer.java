package io.judgeflow.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** An answer that is read as a whole. */
final class Answer implements Exchange {

    private final BiConsumer<Integer, String> heard;
    private final Consumer<String> failed;
    private final StringBuilder text = new StringBuilder();
    private int status;

    /** @param heard the status and the body */
    Answer(BiConsumer<Integer, String> heard, Consumer<String> failed) {
        this.heard = heard;
        this.failed = failed;
    }

    @Override
    public void begun(int answered) {
        status = answered;
    }

    @Override
    public void body(ByteBuf piece) {
        text.append(piece.toString(UTF_8));
    }

    @Override
    public void ended() {
        heard.accept(status, text.toString());
    }

    @Override
    public void failed(String reason) {
        failed.accept(reason);
    }
}
