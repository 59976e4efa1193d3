package io.judgeflow.localjudge.sandbox;

import java.io.IOException;

/** The sandbox itself failed; the program never ran. */
public final class SandboxException extends IOException {

    private static final long serialVersionUID = 1L;

    SandboxException(String message) {
        super(message);
    }
}
