package io.judgeflow.bench.monkey;

import io.judgeflow.gateway.GatewayApplication;
import io.judgeflow.poller.PollerApplication;
import io.judgeflow.scorer.ScorerApplication;
import io.judgeflow.submitter.SubmitterApplication;
import java.util.Locale;

/** The four, of which two of each run. The sink is in the scorer. */
enum Service {
    GATEWAY(GatewayApplication.class, 160),
    SUBMITTER(SubmitterApplication.class, 128),
    POLLER(PollerApplication.class, 128),
    SCORER(ScorerApplication.class, 192);

    /** How many of each. */
    static final int EACH = 2;

    private final Class<?> main;
    private final int heap;

    Service(Class<?> main, int heap) {
        this.main = main;
        this.heap = heap;
    }

    Class<?> main() {
        return main;
    }

    /** In MiB. */
    int heap() {
        return heap;
    }

    /** As in {@code gateway}. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
