package io.judgeflow.submitter;

import io.judgeflow.contracts.topic.Topics;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How long a run is left alone before it is asked about for the first time: a rung of the ladder. */
@Component
final class FirstDelay {

    private final TrustedCallbacks callbacks;

    FirstDelay(TrustedCallbacks callbacks) {
        this.callbacks = callbacks;
    }

    /** The longest where a callback will be quicker than any question. */
    Duration forRun(String instance) {
        return callbacks.from(instance)
                ? Topics.PENDING.delays().getLast()
                : Topics.PENDING.delays().getFirst();
    }
}
