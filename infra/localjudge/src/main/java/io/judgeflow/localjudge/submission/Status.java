package io.judgeflow.localjudge.submission;

/**
 * Judge0's statuses, with its own ids.
 *
 * <p>As in Judge0, where a shell starts the program, a program that dies of a signal is {@link #NON_ZERO_EXIT} with exit
 * code 128 + n: the statuses for single signals exist on the wire but are not given here.
 */
public enum Status {
    IN_QUEUE(1, "In Queue"),
    PROCESSING(2, "Processing"),
    ACCEPTED(3, "Accepted"),
    WRONG_ANSWER(4, "Wrong Answer"),
    TIME_LIMIT(5, "Time Limit Exceeded"),
    COMPILATION_ERROR(6, "Compilation Error"),
    SIGSEGV(7, "Runtime Error (SIGSEGV)"),
    SIGXFSZ(8, "Runtime Error (SIGXFSZ)"),
    SIGFPE(9, "Runtime Error (SIGFPE)"),
    SIGABRT(10, "Runtime Error (SIGABRT)"),
    NON_ZERO_EXIT(11, "Runtime Error (NZEC)"),
    OTHER_RUNTIME_ERROR(12, "Runtime Error (Other)"),
    INTERNAL_ERROR(13, "Internal Error"),
    EXEC_FORMAT_ERROR(14, "Exec Format Error");

    private final int id;
    private final String description;

    Status(int id, String description) {
        this.id = id;
        this.description = description;
    }

    /** 1 to 14. */
    public int id() {
        return id;
    }

    public String description() {
        return description;
    }
}
