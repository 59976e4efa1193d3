package io.judgeflow.realtime.wire;

import java.nio.ByteBuffer;

/** What one WebSocket message holds. */
public sealed interface Frame {

    /** How much memory it takes, roughly, in bytes. */
    int size();

    /** A text message. */
    record Text(String text) implements Frame {

        @Override
        public int size() {
            return text.length();
        }
    }

    /**
     * A binary message.
     *
     * @param bytes to be read from its position, which nobody moves
     */
    record Binary(ByteBuffer bytes) implements Frame {

        @Override
        public int size() {
            return bytes.remaining();
        }
    }
}
