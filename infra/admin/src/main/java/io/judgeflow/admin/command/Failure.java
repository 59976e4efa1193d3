package io.judgeflow.admin.command;

/** Why it was not done: a sentence for the operator, and an exit code for scripts. */
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Exit exit;

    /** @param sentence whole, and without what may stay secret */
    public Failure(Exit exit, String sentence) {
        super(sentence);
        this.exit = exit;
    }

    /** How the process ends. */
    public Exit exit() {
        return exit;
    }
}
