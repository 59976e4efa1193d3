package io.judgeflow.gateway.view;

import static io.judgeflow.contracts.job.Status.DONE;
import static io.judgeflow.contracts.job.Status.ERROR;
import static io.judgeflow.contracts.job.Status.RUNNING;
import static io.judgeflow.gateway.Jobs.oldId;
import static io.judgeflow.gateway.Jobs.queued;
import static io.judgeflow.gateway.Jobs.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.RunOutput;
import io.judgeflow.contracts.event.TestResult;
import io.judgeflow.contracts.job.JobId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.BaseSubscriber;
import reactor.test.StepVerifier;

class JobViewTest {

    private static final int JOBS = 100;

    private final Closing closing = new Closing();
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-23T08:30:00Z"), ZoneOffset.UTC);
    private final JobView view =
            new JobView(new ViewSettings(Duration.ofMinutes(1), JOBS, DataSize.ofMegabytes(1)), closing, clock);
    private final JobId id = oldId();

    @Test
    void theNewestVersionWins() {
        view.accept(state(id, RUNNING, 3));
        view.accept(state(id, RUNNING, 2));
        view.accept(queued(id));
        assertThat(view.find(id)).get().extracting(JobResult::version).isEqualTo(3L);
    }

    @Test
    void aTerminalStateWinsAndNeverChanges() {
        view.accept(state(id, RUNNING, 9));
        view.accept(state(id, DONE, 5));
        view.accept(state(id, RUNNING, 10));
        view.accept(state(id, ERROR, 11));
        assertThat(view.find(id)).get().extracting(JobResult::version).isEqualTo(5L);
    }

    @Test
    void keepsNoCode() {
        view.accept(state(id, RUNNING, 2));
        assertThat(view.find(id)).get().extracting(JobResult::code).isNull();
    }

    @Test
    void theOldestLeaveWhenThereAreTooMany() {
        view.accept(state(id, DONE, 4));
        for (var i = 0; i < JOBS; i++) {
            view.accept(state(oldId(), DONE, 4));
        }
        assertThat(view.find(id)).isEmpty();
        assertThat(view.size()).isEqualTo(JOBS);
    }

    @Test
    void theOldestLeaveWhenTheyAreTooLarge() {
        for (var i = 0; i < JOBS; i++) {
            view.accept(state(oldId(), DONE, 4, "x".repeat(50_000)));
        }
        assertThat(view.size()).isBetween(5, 15);
        assertThat(view.bytes()).isLessThanOrEqualTo(DataSize.ofMegabytes(1).toBytes());
    }

    @Test
    void whatTestsAreCalledAndWhereTheyRanHasItsWeightToo() {
        view.accept(state(id, RUNNING, 2));
        var before = view.bytes();
        var named = new TestResult(0, "n".repeat(1000), RUNNING, null, null, 1, 1, "i".repeat(500), RunOutput.NOTHING);
        view.accept(state(id, RUNNING, 3).withTests(Collections.nCopies(20, named)));
        assertThat(view.bytes() - before).isBetween(60_000L, 70_000L);
    }

    @Test
    void aWatchedJobStays() {
        view.accept(state(id, RUNNING, 2));
        var watching = view.watch(id).subscribe();
        for (var i = 0; i < JOBS; i++) {
            view.accept(state(oldId(), DONE, 4));
        }
        assertThat(view.find(id)).isPresent();
        watching.dispose();
        assertThat(view.find(id)).isEmpty();
        assertThat(view.watchers()).isZero();
    }

    /** Topics are read side by side: a submission may be read after the results of its job, which have left already. */
    @Test
    void aFirstStateThatIsReadLateIsNotTakenForThePresentOne() {
        view.accept(state(id, DONE, 4));
        for (var i = 0; i < JOBS; i++) {
            view.accept(state(oldId(), DONE, 4));
        }
        view.accept(queued(id));
        assertThat(view.find(id)).isEmpty();
        var fresh = oldId();
        view.accept(queued(fresh, Instant.parse("2026-11-23T09:00:00Z")));
        assertThat(view.find(fresh)).isPresent();
    }

    @Test
    void aJobFromTheFutureDoesNotHideTheNewOnesOnceItHasLeft() {
        view.accept(queued(id, clock.instant().plus(Duration.ofDays(1))));
        for (var i = 0; i < JOBS; i++) {
            view.accept(state(oldId(), DONE, 4));
        }
        var fresh = oldId();
        view.accept(queued(fresh, clock.instant().plusMillis(1)));
        assertThat(view.find(id)).isEmpty();
        assertThat(view.find(fresh)).isPresent();
    }

    @Test
    void aWatcherSeesThePresentStateThenEachNewerOneAndTheEnd() {
        view.accept(queued(id));
        StepVerifier.create(view.watch(id).map(JobResult::version))
                .expectNext(1L)
                .then(() -> view.accept(state(id, RUNNING, 3)))
                .expectNext(3L)
                .then(() -> view.accept(state(id, RUNNING, 2)))
                .then(() -> view.accept(state(id, DONE, 4)))
                .expectNext(4L)
                .verifyComplete();
        assertThat(view.watchers()).isZero();
    }

    @Test
    void aWatcherOfAJobThatWasFoundElsewhereBeginsWithThat() {
        StepVerifier.create(view.watch(state(id, RUNNING, 2)).map(JobResult::version))
                .expectNext(2L)
                .then(() -> view.accept(queued(id)))
                .then(() -> view.accept(state(id, DONE, 3)))
                .expectNext(3L)
                .verifyComplete();
    }

    @Test
    void aSlowWatcherGetsTheLatestStateAndNoneInBetween() {
        view.accept(queued(id));
        var received = new ArrayList<Long>();
        var slow = new BaseSubscriber<JobResult>() {
            @Override
            protected void hookOnSubscribe(org.reactivestreams.Subscription subscription) {
                request(1);
            }

            @Override
            protected void hookOnNext(JobResult state) {
                received.add(state.version());
            }
        };
        view.watch(id).subscribe(slow);
        for (var version = 2; version < 1000; version++) {
            view.accept(state(id, RUNNING, version));
        }
        view.accept(state(id, DONE, 1000));
        slow.request(10);
        assertThat(received).isEqualTo(List.of(1L, 1000L));
    }

    @Test
    void nobodyWatchesOnceTheGatewayCloses() {
        closing.start();
        view.accept(queued(id));
        StepVerifier.create(view.watch(id))
                .expectNextCount(1)
                .then(closing::stop)
                .verifyComplete();
        assertThat(view.watchers()).isZero();
    }
}
