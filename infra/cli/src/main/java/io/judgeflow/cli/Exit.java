package io.judgeflow.cli;

/** How it came out, as scripts see it. They are public: the help lists them. */
enum Exit {
    ACCEPTED(0),
    WRONG_ANSWER(1),
    REFUSED(2),
    TIME_LIMIT(3),
    MEMORY_LIMIT(4),
    COMPILATION_ERROR(5),
    RUNTIME_ERROR(6),
    NOT_JUDGED(7),
    NO_ANSWER(8);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** A verdict of this API's, or of a newer one, which then says nothing that we could call right or wrong. */
    static Exit of(State state) {
        if (!state.ended()) {
            return NO_ANSWER;
        }
        return switch (state.verdict()) {
            case "accepted" -> ACCEPTED;
            case "wrong_answer" -> WRONG_ANSWER;
            case "time_limit" -> TIME_LIMIT;
            case "memory_limit" -> MEMORY_LIMIT;
            case "compilation_error" -> COMPILATION_ERROR;
            case "runtime_error" -> RUNTIME_ERROR;
            default -> NOT_JUDGED;
        };
    }
}
