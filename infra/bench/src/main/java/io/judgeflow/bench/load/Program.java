package io.judgeflow.bench.load;

import java.time.Duration;

/** What is submitted: half a kilobyte, as students write, and the simulated judge knows how long it runs. */
public record Program(Duration runTime) {

    private static final String BODY =
            "# " + "read the numbers, add them up, print the sum ".repeat(10) + "\\necho 42\\n";

    /** Its text, as a piece of a JSON string. */
    String text(String name) {
        return "#judge: job=" + name + " run=" + runTime.toMillis() + "ms\\n" + BODY;
    }
}
