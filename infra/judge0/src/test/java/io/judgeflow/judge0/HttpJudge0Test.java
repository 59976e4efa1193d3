package io.judgeflow.judge0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.judgeflow.contracts.language.Language;
import io.judgeflow.testkit.judge0.Call;
import io.judgeflow.testkit.judge0.Fault;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpJudge0Test {

    private final Single it = new Single();

    @AfterEach
    void close() {
        it.close();
    }

    @Test
    void readsTimesMemoryAndExitCode() {
        assertThat(it.run("#judge: status=5 time=0.2 memory=4096"))
                .extracting(Report.Finished::statusId, Report.Finished::time, Report.Finished::memory)
                .containsExactly(5, 0.2, 4096);
        assertThat(it.run("exit 3").exitCode()).isEqualTo(3);
    }

    @Test
    void seesQueueProcessingAndTheEnd() {
        var tokens = it.submit("#judge: stuck=queue", "#judge: stuck=processing", "#judge: lost", "echo x");

        assertThat(it.ask(tokens))
                .hasExactlyElementsOfTypes(
                        Report.Waiting.class, Report.Processing.class, Report.Unknown.class, Report.Finished.class);
    }

    @Test
    void keepsTheOrderOfTokensOverSeveralRequests() {
        var sources = IntStream.range(0, 45).mapToObj(i -> "echo " + i).toArray(String[]::new);
        var tokens = it.submit(sources);

        var printed = it.ask(tokens).stream()
                .map(report -> report instanceof Report.Finished finished ? finished.stdout() : "none")
                .toList();

        assertThat(printed)
                .isEqualTo(Arrays.stream(sources)
                        .map(source -> source.substring(5) + "\n")
                        .toList());
        assertThat(it.fake.requests(Call.SUBMIT_BATCH)).isEqualTo(3);
        assertThat(it.fake.requests(Call.ASK_BATCH)).isEqualTo(3);
        assertThat(it.fake.mostTokensAtOnce()).isEqualTo(20);
    }

    @Test
    void neverReadsFromTheOneSecondCache() {
        var token = it.submit("#judge: queue=1ms run=50ms");
        it.ask(token);

        await().atMost(Duration.ofMillis(900))
                .untilAsserted(() -> assertThat(it.ask(token)).hasOnlyElementsOfType(Report.Finished.class));
        assertThat(it.fake.requests(Call.ASK)).isZero();
    }

    @Test
    void leavesOutTheLanguageThatIsNoSourceText() {
        assertThat(it.judge0.languages().block(Fleet.WAIT))
                .hasSize(46)
                .contains(new Language(44, "Executable"))
                .doesNotContain(new Language(89, "Multi-file program"));
    }

    @Test
    void authenticatesToTheInstance() {
        it.fake.configure(setup -> setup.withToken("secret"));

        assertThatThrownBy(() -> it.judge0.languages().block(Fleet.WAIT)).isInstanceOf(Judge0Failure.Denied.class);
        var known = Fleet.plain(new Judge0Settings(
                List.of(it.fake.url()),
                Fleet.WAIT,
                Strategy.ORDERED,
                "X-Auth-Token",
                List.of("secret"),
                Duration.ZERO,
                8,
                100,
                Breaker.standard(),
                Ejection.standard()));
        assertThat(known.languages().block(Fleet.WAIT)).isNotEmpty();
    }

    @Test
    void failsOnceNotTwiceWhenTheInstanceIsSilent() {
        it.fake.fail(Fault.hang());
        var impatient = Fleet.plain(Fleet.settings(it.fake.url()).withTimeout(Fleet.SHORT));

        assertThatThrownBy(() -> impatient.ask(List.of("a", "b")).block(Fleet.WAIT))
                .isInstanceOf(Judge0Failure.Unreachable.class);

        assertThat(it.fake.requests(Call.CONFIG) + it.fake.requests(Call.ASK_BATCH))
                .isOne();
    }

    @Test
    void neverRepeatsAPostByItself() {
        it.fake.fail(Fault.resetAfterwards());

        assertThatThrownBy(() -> it.submit("#judge: job=once")).isInstanceOf(Judge0Failure.Unreachable.class);

        assertThat(it.fake.executed("once")).isOne();
    }

    @Test
    void keepsCodeAndSecretsOutOfTexts() {
        var settings = new Judge0Settings(
                List.of(it.fake.url()),
                Fleet.WAIT,
                Strategy.ORDERED,
                "X-Auth-Token",
                List.of("s3cret"),
                Duration.ZERO,
                8,
                100,
                Breaker.standard(),
                Ejection.standard());

        assertThat(settings).asString().doesNotContain("s3cret");
        assertThat(Run.of(1, "print(42)")).asString().doesNotContain("print");
        assertThat(it.run("echo mine")).asString().doesNotContain("mine");
    }
}
