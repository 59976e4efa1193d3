package io.judgeflow.store;

/**
 * The database took the statement without an error, and yet a result is neither written nor there already: row level
 * security hides it from our user, or a trigger has dropped it. Passes once the operator has mended that.
 */
public final class Swallowed extends RuntimeException {

    private static final long serialVersionUID = 1;

    Swallowed(int results) {
        super("of %d results some are not in public.executions though no error was told: let our user own the table or "
                        .formatted(results)
                + "bypass row level security, and look for triggers of others");
    }
}
