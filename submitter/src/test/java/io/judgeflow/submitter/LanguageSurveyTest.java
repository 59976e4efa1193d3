package io.judgeflow.submitter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.judgeflow.judge0.Judge0Failure;
import io.judgeflow.judge0.Judge0Fleet;
import io.judgeflow.judge0.Judge0Settings;
import io.judgeflow.kafka.publish.EventPublisher;
import io.judgeflow.telemetry.trace.Tracing;
import io.judgeflow.testkit.judge0.Call;
import io.judgeflow.testkit.judge0.FakeJudge0;
import io.judgeflow.testkit.judge0.Fault;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** Every instance is asked on its own. */
class LanguageSurveyTest {

    private final FakeJudge0 hanging = FakeJudge0.start();
    private final FakeJudge0 shaky = FakeJudge0.start();
    private final Judge0Fleet fleet = new Judge0Fleet(
            Judge0Settings.of(List.of(hanging.url(), shaky.url())), new SimpleMeterRegistry(), Clock.systemUTC());
    private final KnownLanguages known = new KnownLanguages(fleet);
    private final Broker broker = new Broker();
    private final EventPublisher events =
            new EventPublisher(broker.template(), "judgeflow", "submitter", Clock.systemUTC(), Tracing.off());
    private final LanguageSurvey survey = new LanguageSurvey(fleet, known, events, Clock.systemUTC());

    @AfterEach
    void close() {
        survey.stop();
        fleet.close();
        hanging.close();
        shaky.close();
    }

    @Test
    void asksAgainSoonThoughAnotherInstanceHangs() {
        hanging.fail(Fault.hang().on(Call.LANGUAGES));
        shaky.fail(Fault.status(500).on(Call.LANGUAGES).times(2));
        survey.start();
        await().atMost(Duration.ofSeconds(4)).until(() -> known.known(shaky.instance()));
        assertThat(hanging.requests(Call.LANGUAGES)).isEqualTo(1);
        assertThat(known.known(hanging.instance())).isFalse();
    }

    @Test
    void asksOneThatIsDoubtedUntilItIsTrustedAgainThoughNobodyElseAsks() {
        survey.start();
        await().atMost(Duration.ofSeconds(4)).until(() -> known.known(shaky.instance()));
        shaky.goDown();
        var judge0 = fleet.byName(shaky.instance()).orElseThrow();
        for (var call = 0; call < 5; call++) {
            StepVerifier.create(judge0.ask(List.of("token"))).verifyError(Judge0Failure.class);
        }
        assertThat(fleet.doubts(shaky.instance())).isTrue();
        shaky.comeBack();
        await().atMost(Duration.ofSeconds(10)).until(() -> !fleet.doubts(shaky.instance()));
    }

    @Test
    void learnsAndTellsNoLanguageThatTakesMoreThanASourceText() {
        survey.start();
        await().atMost(Duration.ofSeconds(4)).until(() -> broker.history().size() == 2);
        assertThat(known.nobodyHas("Multi-file program")).isTrue();
        assertThat(known.nobodyHas("89")).isTrue();
        assertThat(known.nobodyHas("Executable")).isFalse();
        assertThat(broker.history())
                .extracting(told -> new String(told.value(), UTF_8))
                .allMatch(told -> told.contains("Executable") && !told.contains("Multi-file"));
    }
}
