package io.judgeflow.contracts.codec;

/** Bytes that are not the value they should be. The message says why and shows none of the bytes. */
public final class Undecodable extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Without a cause: its message might quote the bytes, wherever it is logged. */
    Undecodable(String reason) {
        super(reason);
    }
}
