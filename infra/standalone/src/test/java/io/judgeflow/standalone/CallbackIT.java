package io.judgeflow.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.event.RunOutput;
import io.judgeflow.contracts.job.Attempt;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Verdict;
import io.judgeflow.testkit.judge0.Call;
import io.judgeflow.testkit.judge0.FakeJudge0;
import io.judgeflow.testkit.server.TestKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Submitter and poller with a real broker and a scripted Judge0 that calls back. */
class CallbackIT {

    private static final Duration BEFORE_THE_FIRST_QUESTION = Duration.ofMillis(1500);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static TestKafka broker;

    private final FakeJudge0 judge0 = FakeJudge0.start();
    private final JobId job = new JobId(UUID.randomUUID());

    @BeforeAll
    static void startBroker(@TempDir Path directory) {
        broker = TestKafka.start(directory);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @AfterEach
    void stopJudge0() {
        judge0.close();
    }

    @Test
    void judgesByCallbackWithoutAskingAndNeverAsksAfterwards() {
        try (var pair = Pair.start(broker, judge0)) {
            pair.awaitTrust();
            pair.submit(job, "echo 42", "42");
            await().atMost(BEFORE_THE_FIRST_QUESTION)
                    .until(() -> !pair.judged(job).isEmpty());
            assertThat(questions()).isZero();
            await().atMost(PATIENCE).until(pair::allPendingHandled);
            assertThat(questions()).isZero();
            assertThat(pair.judged(job))
                    .singleElement()
                    .extracting(Progress.Judged::verdict)
                    .isEqualTo(Verdict.ACCEPTED);
        }
    }

    @Test
    void knowsWhatTheMemoryWasLimitedToThoughACallbackDoesNotSay() {
        judge0.configure(setup -> setup.withMemoryLimit(64_000));
        try (var pair = Pair.start(broker, judge0)) {
            pair.awaitTrust();
            pair.submit(job, "#judge: status=11 exit=137 memory=64000", "42");
            await().atMost(BEFORE_THE_FIRST_QUESTION)
                    .until(() -> !pair.judged(job).isEmpty());
            assertThat(questions()).isZero();
            assertThat(pair.judged(job))
                    .singleElement()
                    .extracting(Progress.Judged::output)
                    .extracting(RunOutput::exitCode, RunOutput::memory, RunOutput::memoryLimit)
                    .containsExactly(137, 64_000, 64_000);
        }
    }

    @Test
    void isNotImpressedByForgedAndRepeatedCallbacks() {
        try (var pair = Pair.start(broker, judge0)) {
            pair.awaitTrust();
            pair.submit(job, "#judge: callback=4\necho 41", "42");
            await().atMost(BEFORE_THE_FIRST_QUESTION)
                    .until(() -> !pair.judged(job).isEmpty());
            var genuine = path(pair.urls().of(new Attempt(job, 0, 1, judge0.instance()), 0, null));
            assertThat(send(genuine.replace("/0/1/", "/1/1/"))).isEqualTo(403);
            assertThat(send(genuine.substring(0, genuine.length() - 1))).isEqualTo(403);
            assertThat(judge0.sendCallback(genuine, "{").block(PATIENCE)).isEqualTo(400);
            assertThat(send(genuine)).isEqualTo(204);
            await().atMost(PATIENCE).until(pair::allPendingHandled);
            assertThat(pair.judged(job))
                    .singleElement()
                    .extracting(Progress.Judged::verdict)
                    .isEqualTo(Verdict.WRONG_ANSWER);
        }
    }

    @Test
    void asksWhenACallbackIsLost() {
        try (var pair = Pair.start(broker, judge0)) {
            pair.awaitTrust();
            pair.submit(job, "#judge: callback=0\necho 42", "42");
            await().atMost(PATIENCE).until(() -> !pair.judged(job).isEmpty());
            assertThat(questions()).isEqualTo(1);
        }
    }

    @Test
    void asksSoonWhereCallbacksDoNotArrive() {
        try (var pair = Pair.startCalledBackAt("http://127.0.0.1:1", broker, judge0)) {
            await().atMost(PATIENCE).until(() -> judge0.executed() > 0);
            pair.submit(job, "#judge: job=real\necho 42", "42");
            await().atMost(PATIENCE).until(() -> judge0.executed("real") == 1);
            await().atMost(BEFORE_THE_FIRST_QUESTION)
                    .until(() -> !pair.judged(job).isEmpty());
            assertThat(questions()).isPositive();
            assertThat(pair.trusted()).isZero();
        }
    }

    private long questions() {
        return judge0.requests(Call.ASK) + judge0.requests(Call.ASK_BATCH);
    }

    private Integer send(String url) {
        var status =
                judge0.sendCallback(url, FakeJudge0.forgedCallback("forged", 3)).block(PATIENCE);
        return Objects.requireNonNull(status);
    }

    /** Without what it says besides. */
    private static String path(@Nullable String address) {
        return Objects.requireNonNull(address).replaceFirst("\\?.*", "");
    }
}
