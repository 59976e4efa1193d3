package io.judgeflow.scorer.checker;

import org.jspecify.annotations.Nullable;

/**
 * Word by word, where two decimal numbers are the same when they are no further apart than one of the tolerances allows.
 * Words that are no finite decimal numbers, such as {@code nan}, {@code inf} or {@code 0x10}, have to be equal.
 *
 * @param abs 0 or more
 * @param rel 0 or more, a share of the expected number
 */
record Floats(double abs, double rel) implements Checker {

    /** Both, when none is given. */
    private static final double USUAL = 1e-6;

    /** A tolerance that is not given is 0 where the other one is. */
    static Floats within(@Nullable Double abs, @Nullable Double rel) {
        if (abs == null && rel == null) {
            return new Floats(USUAL, USUAL);
        }
        return new Floats(abs == null ? 0 : abs, rel == null ? 0 : rel);
    }

    @Override
    public boolean accepts(String expected, String actual) {
        return Words.same(expected, actual, this::same);
    }

    @Override
    public Strictness strictness() {
        return Strictness.LOOSER;
    }

    private boolean same(String expected, String actual) {
        if (expected.equals(actual)) {
            return true;
        }
        var wanted = Decimal.of(expected);
        var given = Decimal.of(actual);
        // Numbers too large for a double are infinite, and their difference no number: never within a tolerance.
        return Math.abs(wanted - given) <= Math.max(abs, rel * Math.abs(wanted)) && Double.isFinite(wanted);
    }
}
