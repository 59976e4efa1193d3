package io.judgeflow.localjudge.sandbox;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Processor time as the shell's {@code times} tells it: second line, user and system time of its children, such as
 * {@code 0m1.230000s 0m0.010000s}.
 */
record UsageReport(Duration children) {

    private static final Pattern TIME = Pattern.compile("(\\d+)m(\\d+)\\.(\\d{2,6})s");

    /** Zero when the shell was killed before it could tell. */
    static UsageReport parse(String report) {
        var lines = report.lines().toList();
        if (lines.size() < 3) {
            return new UsageReport(Duration.ZERO);
        }
        return new UsageReport(TIME.matcher(lines.get(2))
                .results()
                .map(time -> Duration.ofMinutes(Long.parseLong(time.group(1)))
                        .plusSeconds(Long.parseLong(time.group(2)))
                        .plus(Duration.parse("PT0." + time.group(3) + "S")))
                .reduce(Duration.ZERO, Duration::plus));
    }
}
