package io.judgeflow.judge0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.judgeflow.contracts.language.Language;
import io.judgeflow.contracts.language.LanguageCatalogue;
import io.judgeflow.testkit.judge0.FakeJudge0;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the client relies on, asked of the fake, and of a real Judge0 when {@code -Djudge0.url=http://host:2358} names
 * one.
 */
class Judge0ContractTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final FakeJudge0 FAKE = FakeJudge0.start();

    static Stream<URI> judges() {
        return Stream.concat(
                Stream.of(FAKE.url()),
                Stream.ofNullable(System.getProperty("judge0.url")).map(URI::create));
    }

    @AfterAll
    static void close() {
        FAKE.close();
    }

    @ParameterizedTest
    @MethodSource("judges")
    void acceptsWhatPrintsTheExpectedText(URI url) {
        var finished = judge(url, run(url, "echo hello").withExpectedOutput("hello"));

        assertThat(finished.statusId()).isEqualTo(3);
        assertThat(finished.statusDescription()).isEqualTo("Accepted");
        assertThat(finished.stdout()).isEqualTo("hello\n");
        assertThat(finished.stderr()).isNull();
        assertThat(finished.time()).isNotNull();
        assertThat(finished.memory()).isPositive();
        assertThat(finished.exitCode()).isZero();
    }

    @ParameterizedTest
    @MethodSource("judges")
    void handsOverTheInput(URI url) {
        var finished = judge(url, run(url, "cat").withStdin("čau\n").withExpectedOutput("čau  \n\n"));

        assertThat(finished.statusId()).isEqualTo(3);
        assertThat(finished.stdout()).isEqualTo("čau\n");
    }

    @ParameterizedTest
    @MethodSource("judges")
    void finds4WhereTheTextDiffers(URI url) {
        assertThat(judge(url, run(url, "echo hello").withExpectedOutput("bye")).statusId())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource("judges")
    void finds11WhereTheProgramFails(URI url) {
        var finished = judge(url, run(url, "exit 3"));

        assertThat(finished.statusId()).isEqualTo(11);
        assertThat(finished.exitCode()).isEqualTo(3);
        assertThat(finished.message()).isEqualTo("Exited with error status 3");
    }

    @ParameterizedTest
    @MethodSource("judges")
    void carriesLongOutput(URI url) {
        var text = "0123456789".repeat(100);

        assertThat(judge(url, run(url, "echo " + text)).stdout()).isEqualTo(text + "\n");
    }

    @ParameterizedTest
    @MethodSource("judges")
    void answersABatchInOrder(URI url) {
        var bad = Run.of(9999, "echo 2");
        var submitted = submit(url, List.of(run(url, "echo 1"), bad, run(url, "echo 3")));

        assertThat(submitted)
                .hasExactlyElementsOfTypes(Submitted.Issued.class, Submitted.Rejected.class, Submitted.Issued.class);
        assertThat(submitted.get(1))
                .isEqualTo(new Submitted.Rejected("language_id language with id 9999 doesn't exist"));
        assertThat(List.of(
                        finish(url, submitted.get(0)).stdout() + "",
                        finish(url, submitted.get(2)).stdout() + ""))
                .containsExactly("1\n", "3\n");
    }

    @ParameterizedTest
    @MethodSource("judges")
    void rejectsLimitsAboveTheMaximum(URI url) {
        var greedy = new Run(bash(url), "echo 1", null, null, null, null, 999_999_999, null, false);

        assertThat(submit(url, List.of(greedy)).getFirst())
                .isInstanceOfSatisfying(
                        Submitted.Rejected.class,
                        rejected -> assertThat(rejected.message())
                                .startsWith("memory_limit must be less than or equal to"));
    }

    @ParameterizedTest
    @MethodSource("judges")
    void doesNotKnowATokenItNeverIssued(URI url) {
        var stranger = "00000000-0000-4000-8000-000000000000";

        assertThat(connect(url).ask(List.of(stranger)).block(PATIENCE)).containsExactly(new Report.Unknown(stranger));
    }

    @ParameterizedTest
    @MethodSource("judges")
    void tellsItsLimits(URI url) {
        assertThat(Objects.requireNonNull(connect(url).capabilities().block(PATIENCE))
                        .maxBatchSize())
                .isPositive();
    }

    private static Judge0 connect(URI url) {
        return Fleet.plain(Judge0Settings.of(List.of(url)));
    }

    private static Run run(URI url, String source) {
        return Run.of(bash(url), source);
    }

    private static int bash(URI url) {
        return new LanguageCatalogue(
                        Objects.requireNonNull(connect(url).languages().block(PATIENCE)))
                .find("bash")
                .map(Language::id)
                .orElseThrow();
    }

    private static Report.Finished judge(URI url, Run run) {
        return finish(url, submit(url, List.of(run)).getFirst());
    }

    private static List<Submitted> submit(URI url, List<Run> runs) {
        return Objects.requireNonNull(connect(url).submit(runs).block(PATIENCE));
    }

    private static Report.Finished finish(URI url, Submitted submitted) {
        var token = ((Submitted.Issued) submitted).token();
        var judge0 = connect(url);
        var last = new ArrayList<Report>();
        await().atMost(PATIENCE).until(() -> {
            last.addAll(Objects.requireNonNull(judge0.ask(List.of(token)).block(PATIENCE)));
            return last.getLast() instanceof Report.Finished;
        });
        return (Report.Finished) last.getLast();
    }
}
