package io.judgeflow.admin.command;

/** How it came out, as scripts see it. They are public: the help lists them. */
public enum Exit {
    DONE(0),
    FAILED(1),
    REFUSED(2),
    INCOMPLETE(3),
    UNFIT(4),
    NO_ANSWER(8);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    /** The process's exit code. */
    public int code() {
        return code;
    }
}
