package io.judgeflow.submitter;

import org.springframework.stereotype.Component;

/** How long a run is left alone before it is asked about for the first time: a rung of the ladder, from 0. */
@Component
final class FirstDelay {

    /** Half a second: most runs are over, and their callbacks there, before anybody asks. */
    private static final int CALLED_BACK = 2;

    private final TrustedCallbacks callbacks;

    FirstDelay(TrustedCallbacks callbacks) {
        this.callbacks = callbacks;
    }

    /** Higher where a callback is quicker than any question: for the safety net, and to see a long run running. */
    int rung(String instance) {
        return callbacks.from(instance) ? CALLED_BACK : 0;
    }
}
