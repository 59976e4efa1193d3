package io.judgeflow.poller;

import org.springframework.http.HttpStatus;

/** What became of a callback. */
enum Receipt {
    /** Its verdict is on the way to the topic. */
    JUDGED(HttpStatus.NO_CONTENT, ""),
    /** Its verdict was there already. */
    REPEATED(HttpStatus.NO_CONTENT, ""),
    /** It holds no verdict: the poll decides, as it knows the token's history. */
    LEFT_TO_THE_POLL(HttpStatus.NO_CONTENT, ""),
    /** It only shows that callbacks arrive. */
    TRIAL(HttpStatus.NO_CONTENT, ""),
    FORGED(HttpStatus.FORBIDDEN, "The address is not one of ours."),
    EXPIRED(HttpStatus.FORBIDDEN, "The address is no longer valid."),
    MALFORMED(HttpStatus.BAD_REQUEST, "The body is nothing that Judge0 would send."),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is too large; the result will be asked for."),
    OVERLOADED(HttpStatus.SERVICE_UNAVAILABLE, "Too many verdicts wait for the brokers; the result will be asked for.");

    private final HttpStatus status;
    private final String detail;

    Receipt(HttpStatus status, String detail) {
        this.status = status;
        this.detail = detail;
    }

    HttpStatus status() {
        return status;
    }

    /** For people; empty when there is nothing to mend. */
    String detail() {
        return detail;
    }
}
