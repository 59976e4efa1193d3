package io.judgeflow.gateway.watch;

import static io.judgeflow.contracts.job.Status.DONE;
import static io.judgeflow.gateway.Jobs.oldId;
import static io.judgeflow.gateway.Jobs.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.telemetry.trace.Tracing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PushesTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final JobResult state = state(oldId(), DONE, 3);
    private final Clock clock = Clock.fixed(state.updatedAt().plusMillis(7), ZoneOffset.UTC);
    private final Pushes pushes = new Pushes(meters, Tracing.off(), clock);

    @Test
    void timesWhatAClientHasWaitedFor() {
        pushes.told(state, state.updatedAt().minus(Duration.ofSeconds(1)));
        var timer = meters.get("judgeflow.stage").tag("stage", "pushed").timer();
        assertThat(timer.count()).isEqualTo(1);
        assertThat(timer.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(7);
    }

    @Test
    void timesNothingThatWasKnownBeforeTheClientCame() {
        pushes.told(state, state.updatedAt().plusMillis(1));
        assertThat(meters.get("judgeflow.stage").timer().count()).isZero();
    }
}
