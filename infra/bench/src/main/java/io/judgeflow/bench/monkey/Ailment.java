package io.judgeflow.bench.monkey;

import io.judgeflow.testkit.judge0.Fault;
import java.time.Duration;

/** What can be wrong with a Judge0 that still listens, for a share of its requests. */
enum Ailment {
    ERRORS("answers 500"),
    RESETS("cuts connections, the work done"),
    HANGS("does not answer"),
    SLOW("answers 2 s late");

    private final String words;

    Ailment(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    Fault fault() {
        return switch (this) {
            case ERRORS -> Fault.status(500).share(0.4);
            case RESETS -> Fault.resetAfterwards().share(0.3);
            case HANGS -> Fault.hangAfterwards().share(0.15);
            case SLOW -> Fault.slow(Duration.ofSeconds(2)).share(0.5);
        };
    }
}
