package io.judgeflow.localjudge.sandbox;

import java.io.IOException;
import java.time.Duration;

/** Measures one run, and holds it within what can be held that way. */
interface Meter extends AutoCloseable {

    /** Starts measuring this process and all that come from it. */
    void attach(long pid) throws IOException;

    /** Processor time used so far. */
    Duration cpu();

    /** Highest memory use so far, in KiB. */
    long peakKib();

    /**
     * The processor time of a run that is over.
     *
     * @param reported what the box's own shell says, in steps of 10 ms
     */
    Duration settle(Duration reported);

    /** How often to look. */
    Duration pause(Duration sinceStart);

    /** Ends whatever still runs. */
    @Override
    void close();
}
