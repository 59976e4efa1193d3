package io.judgeflow.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

    private static final Duration STALL = Duration.ofMillis(400);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void countsFromWhenTheyWereMeantThoseThatASystemThatStandsStillLetsWait() {
        try (var target = new Stalling()) {
            var journal = OpenLoop.start(target, 1000, 200);

            assertThat(OpenLoop.await(journal, 200, PATIENCE)).isTrue();
            // The first stands for 400 ms, in the first 200 of which all others were to be submitted.
            assertThat(journal.wholeTime().at(0.01)).isGreaterThanOrEqualTo(190);
            assertThat(journal.wholeTime().at(1)).isGreaterThanOrEqualTo(390);
        }
    }

    @Test
    void saysWhenSomeHaveNotEnded() {
        try (var target = new Stalling()) {
            var journal = OpenLoop.start(target, 1000, 10);

            assertThat(OpenLoop.await(journal, 11, Duration.ofMillis(600))).isFalse();
            assertThat(journal.settled()).isEqualTo(10);
        }
    }

    /** Ends each job at once, but for the first, with which it stands still. */
    private static final class Stalling implements Target {
        private final EventLoop loop = new DefaultEventLoop();

        @Override
        public EventLoop loop() {
            return loop;
        }

        @Override
        public void submit(int job, Journal journal) {
            if (job == 0) {
                var end = System.nanoTime() + STALL.toNanos();
                while (System.nanoTime() < end) {
                    LockSupport.parkNanos(end - System.nanoTime());
                }
            }
            journal.accepted(job);
            journal.ended(job, System.nanoTime());
        }

        @Override
        public void close() {
            loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
        }
    }
}
