package io.judgeflow.bench.monkey;

import io.judgeflow.testkit.judge0.Fault;
import java.time.Duration;

/** What can be wrong with a Judge0 that still listens, for a share of its requests. */
enum Ailment {
    ERRORS("answers 500", Fault.status(500).share(0.4)),
    RESETS("cuts connections, the work half done", Fault.resetAfterwards().share(0.3)),
    HANGS("does not answer", Fault.hangAfterwards().share(0.15)),
    SLOW("answers 2 s late", Fault.slow(Duration.ofSeconds(2)).share(0.5));

    private final String words;
    private final Fault fault;

    Ailment(String words, Fault fault) {
        this.words = words;
        this.fault = fault;
    }

    String words() {
        return words;
    }

    Fault fault() {
        return fault;
    }
}
