package io.judgeflow.submitter;

import io.judgeflow.contracts.topic.Topics;
import org.springframework.stereotype.Component;

/** How long a run is left alone before it is asked about for the first time: a rung of the ladder, from 0. */
@Component
final class FirstDelay {

    private final TrustedCallbacks callbacks;

    FirstDelay(TrustedCallbacks callbacks) {
        this.callbacks = callbacks;
    }

    /** The highest where a callback will be quicker than any question, and asking is only the safety net. */
    int rung(String instance) {
        return callbacks.from(instance) ? Topics.PENDING.delays().size() - 1 : 0;
    }
}
