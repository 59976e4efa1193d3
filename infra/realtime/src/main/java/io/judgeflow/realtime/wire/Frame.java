package io.judgeflow.realtime.wire;

import java.nio.ByteBuffer;

/** What one WebSocket message holds. */
public sealed interface Frame {

    /** How much memory it takes, roughly, in bytes. */
    int size();

    record Text(String text) implements Frame {

        @Override
        public int size() {
            return text.length();
        }
    }

    record Binary(ByteBuffer bytes) implements Frame {

        @Override
        public int size() {
            return bytes.remaining();
        }
    }
}
