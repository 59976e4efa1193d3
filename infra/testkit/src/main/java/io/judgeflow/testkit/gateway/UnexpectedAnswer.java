package io.judgeflow.testkit.gateway;

/** The gateway has answered something else than was expected. */
public final class UnexpectedAnswer extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final int status;

    UnexpectedAnswer(int status, String body) {
        super(status + " " + body);
        this.status = status;
    }

    /** True for an answer that says to come again, here or elsewhere: 408, 429 and 5xx. */
    public boolean passes() {
        return status == 408 || status == 429 || status >= 500;
    }
}
