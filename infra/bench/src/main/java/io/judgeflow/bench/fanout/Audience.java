package io.judgeflow.bench.fanout;

import java.io.IOException;

/** Those who listen to the jobs of a plan. */
@FunctionalInterface
interface Audience {

    /** Begins to listen to jobs whose first state has been written, as many listeners as there is room for. */
    Listening listen(Plan plan, Heard heard) throws IOException;

    /** Goes on until it is closed. */
    interface Listening extends AutoCloseable {

        /** Listeners that nobody has sent home. */
        int open();

        @Override
        void close() throws IOException;
    }
}
