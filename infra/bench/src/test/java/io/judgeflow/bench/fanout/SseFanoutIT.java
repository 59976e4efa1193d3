package io.judgeflow.bench.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.bench.Place;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code infra/bench/run sse-fanout}, small. */
class SseFanoutIT {

    private static final int STREAMS = 500;
    private static final int LATENCY = 2_000;

    private static Place place;
    private static Fanout fanout;

    @BeforeAll
    static void start() {
        place = new Place();
        fanout = new Fanout(place, new Fanout.Size(STREAMS, 250, 0, 100, 160));
    }

    @AfterAll
    static void stop() {
        place.close();
    }

    @Test
    @Timeout(300)
    void everyStreamHearsOfItsOwnJobInTimeThoughOneIsNotRead() throws IOException {
        var outcome = fanout.ownJobs();
        assertThat(outcome.baseline().missing()).as("ends missing in the topic").isZero();
        assertThat(outcome.streams().missing()).as("ends not heard").isZero();
        assertThat(outcome.unread()).as("bytes for the one that is not read").isPositive();
        assertThat(outcome.streams().events()).as("events: it runs, it ends").isLessThanOrEqualTo(2 * STREAMS);
        assertThat(outcome.streams().latencies().at(0.99)).as("p99 in ms").isLessThanOrEqualTo(LATENCY);
        assertThat(SseFanout.reached(outcome, LATENCY)).isTrue();
    }

    @Test
    @Timeout(300)
    void allHearOfOneJobWithManyTests() throws IOException {
        var outcome = fanout.oneJob();
        assertThat(outcome.baseline().missing()).as("ends missing in the topic").isZero();
        assertThat(outcome.streams().missing()).as("ends not heard").isZero();
        assertThat(outcome.streams().usage().cpu()).as("used by the gateway").isPositive();
    }
}
