package io.judgeflow.judge0;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.testkit.judge0.Call;
import io.judgeflow.testkit.judge0.FakeJudge0;
import io.judgeflow.testkit.judge0.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs of different jobs that are handed over at the same moment. */
class GatheringTest {

    private static final Fault UPSET = Fault.status(500).on(Call.SUBMIT_BATCH);

    private final Fleet it = new Fleet(settings -> settings.withBreaker(new Breaker(100, 100, Duration.ofMinutes(1))));

    @BeforeEach
    void slowDown() {
        // So that what comes together finds something under way.
        it.first.fail(Fault.slow(Duration.ofMillis(100)).on(Call.SUBMIT).times(1));
    }

    @AfterEach
    void close() {
        it.close();
    }

    @Test
    void goTogetherAsManyAsFit() {
        var placed = placeAtOnce(it.first, 101);

        assertThat(placed).hasSize(101).allMatch(each -> each.equals("issued by " + it.first.instance()));
        assertThat(it.first.requests(Call.SUBMIT)).isOne();
        assertThat(it.first.requests(Call.SUBMIT_BATCH)).isEqualTo(5);
        assertThat(it.first.executed()).isEqualTo(101);
    }

    @Test
    void aloneDoesNotWait() {
        it.first.heal();

        IntStream.range(0, 5).forEach(i -> it.place("echo " + i));

        assertThat(it.first.requests(Call.SUBMIT)).isEqualTo(5);
        assertThat(it.first.requests(Call.SUBMIT_BATCH)).isZero();
    }

    @Test
    void doNotWaitLongForASilentAnswer() {
        it.first.heal().fail(Fault.hang().on(Call.SUBMIT).times(1));

        var silent = it.fleet.place(any -> Fleet.runs("echo silent")).subscribe();
        var second = it.fleet.place(any -> Fleet.runs("echo second")).block(Duration.ofSeconds(5));

        assertThat(second).extracting(Placement::instance).isEqualTo(it.first.instance());
        silent.dispose();
    }

    @Test
    void areTriedAloneWhenTheirBatchUpsetsTheInstance() {
        it.first.fail(UPSET);

        assertThat(placeAtOnce(it.first, 9))
                .hasSize(9)
                .allMatch(each -> each.equals("issued by " + it.first.instance()));

        assertThat(it.first.requests(Call.SUBMIT_BATCH)).isOne();
        assertThat(it.first.requests(Call.SUBMIT)).isEqualTo(9);
        assertThat(it.second.executed()).isZero();
    }

    @Test
    void areTriedAloneOnceWhenTheirBatchIsRefused() {
        it.first.fail(Fault.refusal(400, "no").on(Call.SUBMIT_BATCH, Call.SUBMIT));

        // The first of all is slow and well; those behind it are refused together.
        assertThat(placeAtOnce(it.first, 6)).filteredOn("refused: no"::equals).hasSize(5);

        assertThat(it.first.requests(Call.SUBMIT)).isEqualTo(6);
        assertThat(it.second.executed()).isZero();
    }

    @Test
    void areRejectedOneByOneInJudge0sWords() {
        var placed = placeAtOnce(it.first, "echo 1", "echo 2", " ", "echo 4");

        assertThat(placed)
                .containsExactly(
                        "issued by " + it.first.instance(),
                        "issued by " + it.first.instance(),
                        "rejected: source_code can't be blank",
                        "issued by " + it.first.instance());
    }

    @Test
    void goInSmallerPartsWhenTheQueueHasNoRoomForAll() {
        it.first.fail(Fault.queueFull().on(Call.SUBMIT_BATCH).times(2));

        assertThat(placeAtOnce(it.first, 17))
                .hasSize(17)
                .allMatch(each -> each.equals("issued by " + it.first.instance()));

        // 16 and 8 are too many, 4 + 4 fit, and then 8.
        assertThat(it.first.requests(Call.SUBMIT_BATCH)).isEqualTo(5);
        assertThat(it.first.executed()).isEqualTo(17);
    }

    @Test
    void goElsewhereWhenTheQueueIsFull() {
        it.first.fail(Fault.queueFull());

        var placed = placeAtOnce(it.first, 17);

        assertThat(placed)
                .filteredOn(("issued by " + it.second.instance())::equals)
                .hasSize(16);
        // The first, slow and well; then 16, 8, 4, 2 and one, and no more.
        assertThat(it.first.requests(Call.SUBMIT_BATCH) + it.first.requests(Call.SUBMIT))
                .isLessThanOrEqualTo(6);
    }

    @Test
    void areNotHandedOverAgainWhenTheAnswerIsLost() {
        it.first.fail(Fault.resetAfterwards().on(Call.SUBMIT_BATCH));

        var placed = placeAtOnce(it.first, 9);

        assertThat(placed)
                .filteredOn(each -> each.endsWith(it.second.instance()))
                .hasSize(8);
        assertThat(it.first.executed()).isEqualTo(9);
        assertThat(it.second.executed()).isEqualTo(8);
    }

    @Test
    void goOneByOneWhereBatchesAreSwitchedOff() {
        it.first.configure(setup -> setup.withBatching(false));

        assertThat(placeAtOnce(it.first, 9)).hasSize(9).allMatch(each -> each.startsWith("issued"));

        assertThat(it.first.executed()).isEqualTo(9);
    }

    private List<String> placeAtOnce(FakeJudge0 first, int jobs) {
        return placeAtOnce(
                first, IntStream.range(0, jobs).mapToObj(i -> "echo " + i).toArray(String[]::new));
    }

    private List<String> placeAtOnce(FakeJudge0 first, String... sources) {
        assertThat(first.executed()).isZero();
        return Objects.requireNonNull(Flux.fromArray(sources)
                .flatMapSequential(this::place, sources.length)
                .collectList()
                .block(Fleet.WAIT));
    }

    private Mono<String> place(String source) {
        return it.fleet
                .place(any -> Fleet.runs(source))
                .map(GatheringTest::words)
                .onErrorResume(Judge0Failure.Refused.class, refused -> Mono.just("refused: " + refused.getMessage()));
    }

    private static String words(Placement placement) {
        return switch (placement.submitted().getFirst()) {
            case Submitted.Issued issued -> "issued by " + placement.instance();
            case Submitted.Rejected rejected -> "rejected: " + rejected.message();
            case Submitted.NotTaken notTaken -> "not taken: " + notTaken.why().getMessage();
        };
    }
}
