package io.judgeflow.embedded;

import org.jspecify.annotations.Nullable;

/**
 * Something embedded cannot run here. The message is one sentence for the person who started it: what is wrong and,
 * where there is a way out, what to do about it.
 */
public class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what is wrong where no other failure is behind it. */
    public CannotStart(String sentence) {
        super(sentence);
    }

    /** Says what is wrong and keeps the failure behind it for the log. */
    public CannotStart(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
