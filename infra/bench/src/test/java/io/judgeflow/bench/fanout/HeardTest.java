package io.judgeflow.bench.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.bench.Latencies;
import io.judgeflow.testkit.process.Usage;
import org.junit.jupiter.api.Test;

class HeardTest {

    private final Heard heard = new Heard(2, 3);

    @Test
    void knowsWhoListensAndWhoHasHeardTheEnd() {
        heard.event(0, 1);
        heard.event(1, 1);
        heard.event(0, 2);
        heard.event(0, 3);

        assertThat(heard.listening()).isEqualTo(2);
        assertThat(heard.ended()).isEqualTo(1);
        assertThat(heard.events()).isEqualTo(4);
    }

    @Test
    void anEndThatIsToldTwiceCountsOnce() {
        heard.event(0, 3);
        heard.event(0, 3);

        assertThat(heard.ended()).isEqualTo(1);
    }

    @Test
    void anEndThatNobodyHasHeardIsAsLateAsCanBe() {
        heard.event(0, 3);

        var ends = heard.ends();

        assertThat(ends[1]).isGreaterThanOrEqualTo(ends[0]);
    }

    @Test
    void theTargetIsMissedWithoutAllEndsOrWithLateOnes() {
        assertThat(SseFanout.reached(outcome(0, 5), 10)).isTrue();
        assertThat(SseFanout.reached(outcome(1, 5), 10)).isFalse();
        assertThat(SseFanout.reached(outcome(0, 15), 10)).isFalse();
    }

    private static Fanout.Outcome outcome(int missing, long millis) {
        var latencies = Latencies.between(new long[] {0}, new long[] {millis * 1_000_000});
        var measured = new Round.Measured(latencies, missing, 1, 1, Usage.NONE);
        return new Fanout.Outcome(measured, measured, 0, 0);
    }
}
