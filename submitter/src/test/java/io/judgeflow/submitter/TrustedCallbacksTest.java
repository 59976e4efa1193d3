package io.judgeflow.submitter;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.event.CallbackHeard;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.judge0.Judge0Fleet;
import io.judgeflow.judge0.Judge0Settings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrustedCallbacksTest {

    private static final String INSTANCE = "judge-a:2358";
    private static final UUID TRIAL = UUID.randomUUID();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Judge0Fleet fleet = new Judge0Fleet(
            Judge0Settings.of(List.of(URI.create("http://judge-a:2358"), URI.create("http://judge-b:2358"))),
            meters,
            Clock.systemUTC());
    private final TrustedCallbacks callbacks = new TrustedCallbacks(fleet, meters);
    private final FirstDelay firstDelay = new FirstDelay(callbacks);

    @AfterEach
    void close() {
        fleet.close();
    }

    @Test
    void trustsNobodyAtFirst() {
        callbacks.begin(INSTANCE, TRIAL);
        callbacks.due(INSTANCE, "http://poller:8082");
        callbacks.end(INSTANCE);
        assertThat(callbacks.from(INSTANCE)).isFalse();
        assertThat(firstDelay.rung(INSTANCE)).isZero();
    }

    @Test
    void trustsTheInstanceWhoseTrialArrivedAndNoOther() {
        callbacks.begin(INSTANCE, TRIAL);
        callbacks.heard(heard(INSTANCE, TRIAL));
        assertThat(callbacks.from(INSTANCE)).isTrue();
        assertThat(callbacks.from("judge-b:2358")).isFalse();
        assertThat(Topics.PENDING.rung(firstDelay.rung(INSTANCE))).isEqualTo(Duration.ofMillis(500));
        assertThat(meters.get("judgeflow.callback.trusted")
                        .tag("instance", INSTANCE)
                        .gauge()
                        .value())
                .isEqualTo(1);
    }

    @Test
    void believesLateTrialsButNotThoseOfOthers() {
        callbacks.begin(INSTANCE, TRIAL);
        callbacks.due(INSTANCE, "http://poller:8082");
        callbacks.heard(heard(INSTANCE, UUID.randomUUID()));
        callbacks.heard(heard("judge-c:2358", TRIAL));
        assertThat(callbacks.from(INSTANCE)).isFalse();
        callbacks.heard(heard(INSTANCE, TRIAL));
        assertThat(callbacks.from(INSTANCE)).isTrue();
    }

    @Test
    void trustsUntilATrialHasNotArrivedByItsEnd() {
        callbacks.begin(INSTANCE, TRIAL);
        callbacks.heard(heard(INSTANCE, TRIAL));
        callbacks.end(INSTANCE);
        callbacks.begin(INSTANCE, UUID.randomUUID());
        callbacks.due(INSTANCE, "http://poller:8082");
        assertThat(callbacks.from(INSTANCE)).isTrue();
        callbacks.end(INSTANCE);
        assertThat(callbacks.from(INSTANCE)).isFalse();
    }

    private static CallbackHeard heard(String instance, UUID trial) {
        return new CallbackHeard(Schema.VERSION, instance, trial, Instant.EPOCH);
    }
}
