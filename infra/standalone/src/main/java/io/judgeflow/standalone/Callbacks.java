package io.judgeflow.standalone;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

/**
 * Whether Judge0 calls our poller back, and what submitter and poller are told of it.
 *
 * @param settings nothing when they read it from the environment themselves; holds a secret otherwise
 */
record Callbacks(boolean wanted, Map<String, String> settings) {

    private static final int SECRET_BYTES = 32;

    /** Our own judge always calls back, with a secret of this start's own; somebody else's when it is told where. */
    static Callbacks in(Surroundings surroundings) {
        var elsewhere = surroundings.elsewhere();
        return elsewhere.judge0() == null
                ? new Callbacks(true, ours(surroundings.ports().callback()))
                : new Callbacks(elsewhere.callbacks() != null, Map.of());
    }

    private static Map<String, String> ours(int port) {
        var secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return Map.of(
                "judgeflow.callback.url",
                "http://127.0.0.1:" + port,
                "judgeflow.callback.secret",
                HexFormat.of().formatHex(secret));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "Callbacks[wanted=" + wanted + "]";
    }
}
