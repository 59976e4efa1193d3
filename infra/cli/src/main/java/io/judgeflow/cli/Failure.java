package io.judgeflow.cli;

/** Why there is no verdict: sentences for the user, and an exit code for scripts. */
final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Exit exit;
    private final String sentences;

    Failure(Exit exit, String sentences) {
        super(sentences);
        this.exit = exit;
        this.sentences = sentences;
    }

    /** A mistake of ours. */
    static Failure unexpected(Exception mistake) {
        return new Failure(Exit.NOT_JUDGED, "Unexpected: " + mistake);
    }

    /** The same of a job, which does not end because nobody hears of it. */
    Failure of(String job) {
        return exit == Exit.NO_ANSWER
                ? new Failure(exit, sentences + "\nThe job goes on: judgeflow status " + job)
                : this;
    }

    Exit exit() {
        return exit;
    }

    String sentences() {
        return sentences;
    }
}
