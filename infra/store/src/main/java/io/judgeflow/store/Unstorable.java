package io.judgeflow.store;

import io.r2dbc.spi.R2dbcException;
import java.time.DateTimeException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The database, or its driver, refuses the values of at least one result: trying again would not help. Every other error
 * of a statement is about the database itself (away, full, not migrated, no permission) and may pass. The message says
 * why and shows none of the values.
 */
public final class Unstorable extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** SQLSTATE classes: data exception, integrity constraint violation, program limit exceeded (a key too long). */
    private static final Set<String> ABOUT_THE_VALUES = Set.of("22", "23", "54");

    private static final Set<Class<? extends RuntimeException>> ABOUT_A_VALUE = Set.of(
            IllegalArgumentException.class,
            ArithmeticException.class,
            ClassCastException.class,
            DateTimeException.class,
            IndexOutOfBoundsException.class,
            JacksonException.class,
            NullPointerException.class);

    Unstorable(String reason) {
        super(reason);
    }

    /** The same error, or this one in its place when it is about the values. */
    static Throwable orSame(Throwable error) {
        var cause = driverError(error);
        if (cause != null) {
            var state = String.valueOf(cause.getSqlState());
            return state.length() == 5 && ABOUT_THE_VALUES.contains(state.substring(0, 2))
                    ? new Unstorable(state + " " + cause.getMessage())
                    : error;
        }
        // Thrown by our own mapping or by the driver's encoders, before anything was sent.
        return ABOUT_A_VALUE.stream().anyMatch(type -> type.isInstance(error))
                ? new Unstorable(error.getClass().getSimpleName())
                : error;
    }

    private static @Nullable R2dbcException driverError(Throwable error) {
        for (Throwable e = error; e != null; e = e.getCause()) {
            if (e instanceof R2dbcException driver) {
                return driver;
            }
        }
        return null;
    }
}
