package io.judgeflow.localjudge.submission;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Seconds as Judge0 writes them: decimals without trailing zeros, but always with one decimal. */
public final class Seconds {

    private Seconds() {}

    public static String text(BigDecimal seconds) {
        var stripped = seconds.stripTrailingZeros();
        return (stripped.scale() < 1 ? stripped.setScale(1, RoundingMode.UNNECESSARY) : stripped).toPlainString();
    }

    /** In milliseconds precision. */
    public static BigDecimal of(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3);
    }

    public static Duration duration(BigDecimal seconds) {
        return Duration.ofMillis(seconds.movePointRight(3).longValue());
    }
}
