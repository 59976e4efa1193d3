package io.judgeflow.bench.load;

import io.netty.channel.EventLoop;

/** Takes jobs, and tells the journal when each has ended. */
public interface Target extends AutoCloseable {

    /** The thread on which everything happens. */
    EventLoop loop();

    /** Submits one job, on that thread. */
    void submit(int job, Journal journal);

    @Override
    void close();
}
