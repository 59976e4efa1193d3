package io.judgeflow.localjudge.web;

import org.springframework.http.HttpStatus;

/** A request that is answered with {@code {"error": "..."}}. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String error;

    Refusal(HttpStatus status, String error) {
        super(error, null, false, false);
        this.status = status;
        this.error = error;
    }

    static Refusal badRequest(String error) {
        return new Refusal(HttpStatus.BAD_REQUEST, error);
    }

    HttpStatus status() {
        return status;
    }

    String error() {
        return error;
    }
}
