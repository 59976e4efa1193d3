package io.judgeflow.judge0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.judgeflow.testkit.judge0.Call;
import io.judgeflow.testkit.judge0.FakeJudge0;
import io.judgeflow.testkit.judge0.Fault;
import io.judgeflow.testkit.judge0.Setup;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpJudge0Test {

    private final FakeJudge0 fake = FakeJudge0.start(Setup.standard().withRunTime(Duration.ZERO));
    private final Judge0 judge0 = Fleet.plain(fake);

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void readsBase64WithLineFeeds() {
        var text = "x".repeat(500);

        assertThat(run("echo " + text).stdout()).isEqualTo(text + "\n");
    }

    @Test
    void carriesTextThatIsNotAscii() {
        assertThat(run("echo Žluťoučký 😀").stdout()).isEqualTo("Žluťoučký 😀\n");
    }

    @Test
    void replacesBytesThatAreNotUtf8() {
        var bytes = Base64.getEncoder().encodeToString(new byte[] {'a', (byte) 0xFF, 'b'});

        assertThat(run("#judge: bytes=" + bytes).stdout()).isEqualTo("a\uFFFDb");
    }

    @Test
    void cutsOutputsBetweenCharactersAndSaysSo() {
        var bytes = Base64.getEncoder().encodeToString("čč".repeat(200_000).getBytes(StandardCharsets.UTF_8));

        var stdout = run("#judge: bytes=" + bytes).stdout();

        assertThat(stdout)
                .startsWith("čč")
                .endsWith("č\n[cut: 800000 bytes in all]")
                .doesNotContain("\uFFFD");
        assertThat(stdout).hasSizeLessThan(132_000);
    }

    @Test
    void asksInPartsWhenTheAnswerIsTooLarge() {
        var large = "#judge: bytes=" + Base64.getEncoder().encodeToString(new byte[3_000_000]);
        var tokens = submit(large, large, large, "echo small");

        var reports = ask(tokens);

        assertThat(reports).hasSize(4).allSatisfy(report -> assertThat(report).isInstanceOf(Report.Finished.class));
        assertThat(reports.getLast()).extracting("stdout").isEqualTo("small\n");
    }

    @Test
    void asksWithoutOutputsWhenASingleOneIsTooLarge() {
        var huge = "#judge: bytes=" + Base64.getEncoder().encodeToString(new byte[9_000_000]);

        var finished = run(huge);

        assertThat(finished.statusId()).isEqualTo(3);
        assertThat(finished.stdout()).isNull();
        assertThat(finished.message()).contains("too large");
    }

    @Test
    void readsTimesMemoryAndExitCode() {
        assertThat(run("#judge: status=5 time=0.2 memory=4096"))
                .extracting(Report.Finished::statusId, Report.Finished::time, Report.Finished::memory)
                .containsExactly(5, 0.2, 4096);
        assertThat(run("exit 3").exitCode()).isEqualTo(3);
    }

    @Test
    void seesQueueProcessingAndTheEnd() {
        var tokens = submit("#judge: stuck=queue", "#judge: stuck=processing", "#judge: lost", "echo x");

        assertThat(ask(tokens))
                .hasExactlyElementsOfTypes(
                        Report.Waiting.class, Report.Processing.class, Report.Unknown.class, Report.Finished.class);
    }

    @Test
    void keepsTheOrderOfTokensOverSeveralRequests() {
        var sources = IntStream.range(0, 45).mapToObj(i -> "echo " + i).toArray(String[]::new);
        var tokens = submit(sources);

        var printed = ask(tokens).stream()
                .map(report -> report instanceof Report.Finished finished ? finished.stdout() : "none")
                .toList();

        assertThat(printed)
                .isEqualTo(Arrays.stream(sources)
                        .map(source -> source.substring(5) + "\n")
                        .toList());
        assertThat(fake.requests(Call.SUBMIT_BATCH)).isEqualTo(3);
        assertThat(fake.requests(Call.ASK_BATCH)).isEqualTo(3);
        assertThat(fake.mostTokensAtOnce()).isEqualTo(20);
    }

    @Test
    void neverReadsFromTheOneSecondCache() {
        var token = submit("#judge: queue=1ms run=50ms");
        ask(token);

        await().atMost(Duration.ofMillis(900))
                .untilAsserted(() -> assertThat(ask(token)).hasOnlyElementsOfType(Report.Finished.class));
        assertThat(fake.requests(Call.ASK)).isZero();
    }

    @Test
    void makesSingleCallsWhereBatchesAreOff() {
        fake.configure(setup -> setup.withBatching(false));

        assertThat(ask(submit("echo 1", "echo 2"))).hasOnlyElementsOfType(Report.Finished.class);
        assertThat(ask(List.of("unknown"))).containsExactly(new Report.Unknown("unknown"));
        assertThat(fake.requests(Call.SUBMIT)).isEqualTo(2);
        assertThat(fake.requests(Call.SUBMIT_BATCH) + fake.requests(Call.ASK_BATCH))
                .isZero();
    }

    @Test
    void noticesWhenTheLimitsChange() {
        submit("echo 1", "echo 2");
        fake.configure(setup -> setup.withMaxBatchSize(2));

        var tokens = submit("echo 1", "echo 2", "echo 3");

        assertThat(ask(tokens)).hasSize(3);
        assertThat(fake.executed()).isEqualTo(5);
    }

    @Test
    void keepsTheTokensOfTheRunsThatWereTakenBeforeAFailure() {
        var three = IntStream.range(0, 45).mapToObj(i -> "echo " + i).toArray(String[]::new);
        judge0.capabilities().block(Fleet.WAIT);
        fake.fail(Fault.slow(Duration.ZERO).times(1).on(Call.SUBMIT_BATCH)).fail(Fault.queueFull());

        var submitted = Objects.requireNonNull(judge0.submit(Fleet.runs(three)).block(Fleet.WAIT));

        assertThat(submitted.subList(0, 20)).hasOnlyElementsOfType(Submitted.Issued.class);
        assertThat(submitted.subList(20, 45))
                .hasSize(25)
                .allSatisfy(rest -> assertThat(rest)
                        .isInstanceOfSatisfying(
                                Submitted.NotTaken.class,
                                left -> assertThat(left.why()).isInstanceOf(Judge0Failure.Busy.class)));
    }

    @Test
    void leavesTheCallbackOutWhereCallbacksAreOff() {
        fake.configure(setup -> setup.withCallbacks(false));

        var submitted = judge0.submit(List.of(Run.of(Fleet.BASH, "echo 1").withCallbackUrl("http://127.0.0.1:9/cb")))
                .block(Fleet.WAIT);

        assertThat(submitted).hasOnlyElementsOfType(Submitted.Issued.class);
    }

    @Test
    void authenticatesToTheInstance() {
        fake.configure(setup -> setup.withToken("secret"));

        assertThatThrownBy(() -> judge0.languages().block(Fleet.WAIT)).isInstanceOf(Judge0Failure.Refused.class);
        var known = Fleet.plain(new Judge0Settings(
                List.of(fake.url()),
                Fleet.TIMEOUT,
                Strategy.ORDERED,
                "X-Auth-Token",
                List.of("secret"),
                Duration.ZERO,
                8,
                100,
                Breaker.standard()));
        assertThat(known.languages().block(Fleet.WAIT)).hasSize(47);
    }

    @Test
    void tellsWhatTheInstanceAllows() {
        fake.configure(setup -> setup.withMaxBatchSize(7).withCallbacks(false));

        assertThat(judge0.capabilities().block(Fleet.WAIT)).isEqualTo(new Capabilities(true, 7, 100, false));
    }

    @Test
    void assumesTheDefaultsWhenTheInstanceDoesNotTell() {
        fake.fail(Fault.status(404).on(Call.CONFIG));
        assertThat(judge0.capabilities().block(Fleet.WAIT)).isEqualTo(Capabilities.DEFAULTS);

        fake.goDown();
        assertThat(Fleet.plain(fake).capabilities().block(Fleet.WAIT)).isEqualTo(Capabilities.DEFAULTS);
    }

    @Test
    void failsOnceNotTwiceWhenTheInstanceIsSilent() {
        fake.fail(Fault.hang());
        var started = System.nanoTime();

        assertThatThrownBy(() -> judge0.ask(List.of("a", "b")).block(Fleet.WAIT))
                .isInstanceOf(Judge0Failure.Unreachable.class);

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Fleet.TIMEOUT.multipliedBy(2));
    }

    @Test
    void neverRepeatsAPostByItself() {
        fake.fail(Fault.resetAfterwards());

        assertThatThrownBy(() -> submit("#judge: job=once")).isInstanceOf(Judge0Failure.Unreachable.class);

        assertThat(fake.executed("once")).isOne();
    }

    @Test
    void keepsCodeAndSecretsOutOfTexts() {
        var settings = new Judge0Settings(
                List.of(fake.url()),
                Fleet.TIMEOUT,
                Strategy.ORDERED,
                "X-Auth-Token",
                List.of("s3cret"),
                Duration.ZERO,
                8,
                100,
                Breaker.standard());

        assertThat(settings).asString().doesNotContain("s3cret");
        assertThat(Run.of(1, "print(42)")).asString().doesNotContain("print");
        assertThat(run("echo mine")).asString().doesNotContain("mine");
    }

    private Report.Finished run(String source) {
        return (Report.Finished) ask(submit(source)).getFirst();
    }

    private List<String> submit(String... sources) {
        return Objects.requireNonNull(judge0.submit(Fleet.runs(sources)).block(Fleet.WAIT)).stream()
                .map(submitted -> ((Submitted.Issued) submitted).token())
                .toList();
    }

    private List<Report> ask(List<String> tokens) {
        return Objects.requireNonNull(judge0.ask(tokens).block(Fleet.WAIT));
    }
}
