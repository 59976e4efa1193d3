package io.judgeflow.judge0;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.testkit.judge0.Call;
import io.judgeflow.testkit.judge0.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private final Single it = new Single();

    @AfterEach
    void close() {
        it.close();
    }

    @Test
    void makesSingleCallsWhereBatchesAreOff() {
        it.fake.configure(setup -> setup.withBatching(false));

        assertThat(it.ask(it.submit("echo 1", "echo 2"))).hasOnlyElementsOfType(Report.Finished.class);
        assertThat(it.ask(List.of("unknown"))).containsExactly(new Report.Unknown("unknown"));
        assertThat(it.fake.requests(Call.SUBMIT)).isEqualTo(2);
        assertThat(it.fake.requests(Call.SUBMIT_BATCH) + it.fake.requests(Call.ASK_BATCH))
                .isZero();
    }

    @Test
    void noticesWhenTheLimitsChange() {
        it.submit("echo 1", "echo 2");
        it.fake.configure(setup -> setup.withMaxBatchSize(2));

        var tokens = it.submit("echo 1", "echo 2", "echo 3");

        assertThat(it.ask(tokens)).hasSize(3);
        assertThat(it.fake.executed()).isEqualTo(5);
    }

    @Test
    void keepsTheTokensOfTheRunsThatWereTakenBeforeAFailure() {
        var three = IntStream.range(0, 45).mapToObj(i -> "echo " + i).toArray(String[]::new);
        it.judge0.capabilities().block(Fleet.WAIT);
        it.fake.fail(Fault.slow(Duration.ZERO).times(1).on(Call.SUBMIT_BATCH)).fail(Fault.queueFull());

        var submitted =
                Objects.requireNonNull(it.judge0.submit(Fleet.runs(three)).block(Fleet.WAIT));

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
        it.fake.configure(setup -> setup.withCallbacks(false));

        var submitted = it.judge0
                .submit(List.of(Run.of(Fleet.BASH, "echo 1").withCallbackUrl("http://127.0.0.1:9/cb")))
                .block(Fleet.WAIT);

        assertThat(submitted).hasOnlyElementsOfType(Submitted.Issued.class);
    }

    @Test
    void saysInTheAddressOfACallbackWhatTheMemoryIsLimitedTo() {
        var known = new Capabilities(true, 20, 100, 64_000, true);
        var address = "http://127.0.0.1:9/cb";
        assertThat(WireRun.of(Run.of(Fleet.BASH, "echo 1").withCallbackUrl(address), known)
                        .callbackUrl())
                .isEqualTo(address + "?memory_limit=64000");
        var limited = new Run(Fleet.BASH, "echo 1", null, null, null, null, 32_000, address, false);
        assertThat(WireRun.of(limited, known).callbackUrl()).isEqualTo(address + "?memory_limit=32000");
        assertThat(WireRun.of(limited.withCallbackUrl(null), known).callbackUrl())
                .isNull();
    }

    @Test
    void tellsWhatTheInstanceAllows() {
        it.fake.configure(
                setup -> setup.withMaxBatchSize(7).withMemoryLimit(64_000).withCallbacks(false));

        assertThat(it.judge0.capabilities().block(Fleet.WAIT)).isEqualTo(new Capabilities(true, 7, 100, 64_000, false));
    }

    @Test
    void assumesTheDefaultsWhenTheInstanceDoesNotTell() {
        it.fake.fail(Fault.status(404).on(Call.CONFIG));
        assertThat(it.judge0.capabilities().block(Fleet.WAIT)).isEqualTo(Capabilities.DEFAULTS);

        it.fake.goDown();
        assertThat(Fleet.plain(it.fake).capabilities().block(Fleet.WAIT)).isEqualTo(Capabilities.DEFAULTS);
    }
}
