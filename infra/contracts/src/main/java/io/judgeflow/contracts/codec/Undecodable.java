package io.judgeflow.contracts.codec;

/** Bytes that are not the value they should be. The message says why and shows none of the bytes. */
public final class Undecodable extends RuntimeException {

    private static final long serialVersionUID = 1;

    Undecodable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
