package io.judgeflow.localjudge.web;

import org.springframework.http.HttpStatus;

/** A request that Judge0's framework, not Judge0 itself, turns down: malformed, unknown path or token, type surprises. */
final class FrameworkError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    FrameworkError(HttpStatus status) {
        super(status.getReasonPhrase(), null, false, false);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }
}
