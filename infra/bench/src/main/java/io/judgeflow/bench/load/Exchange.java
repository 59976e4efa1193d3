package io.judgeflow.bench.load;

import io.netty.buffer.ByteBuf;

/** Who hears one answer, on the event loop and in this order. */
interface Exchange {

    /** The answer's status. */
    void begun(int status);

    /** A piece of its body, to be read at once. */
    void body(ByteBuf piece);

    /** All has been read. */
    void ended();

    /** It will not come to its end. */
    void failed(String reason);
}
