package io.judgeflow.gateway.view;

import static io.judgeflow.contracts.job.Status.DONE;
import static io.judgeflow.contracts.job.Status.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Status;
import io.judgeflow.gateway.Jobs;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import reactor.test.StepVerifier;

class UserWatcherTest {

    private static final int MOST = 10_000;
    private static final String USER = "u1";

    private final JobView view = new JobView(
            new ViewSettings(Duration.ofMinutes(1), 20_000, DataSize.ofMegabytes(100)),
            new Closing(),
            Clock.systemUTC());

    @Test
    void aSlowReaderGetsTheLatestOfEachJobInTheOrderOfTheNumbers() {
        var a = Jobs.oldId();
        var b = Jobs.oldId();
        StepVerifier.create(view.watchUser(USER, change -> true).map(UserWatcherTest::text), 0)
                .then(() -> {
                    accept(a, RUNNING, 1);
                    accept(b, RUNNING, 1);
                    accept(a, RUNNING, 2);
                    accept(a, DONE, 3);
                })
                .thenRequest(2)
                .expectNext("2 " + b + " 1", "4 " + a + " 3")
                .thenCancel()
                .verify();
        assertThat(view.watchers()).isZero();
    }

    @Test
    void endsBehindWhatItHasWhenTooMuchWaitsAndGoesOnFromThere() {
        for (var i = 0; i < MOST + 50; i++) {
            accept(Jobs.oldId(), DONE, 1);
        }
        var numbers = new ArrayList<Long>();
        StepVerifier.create(view.watchUser(USER, change -> true).map(Change::number))
                .recordWith(() -> numbers)
                .expectNextCount(MOST)
                .verifyComplete();
        assertThat(numbers).isSorted();
        StepVerifier.create(view.watchUser(USER, change -> change.number() > numbers.getLast()))
                .expectNextCount(50)
                .expectNoEvent(Duration.ofMillis(50))
                .thenCancel()
                .verify();
    }

    @Test
    void forgetsWhatLeavesTheView() {
        for (var i = 0; i < 30_000; i++) {
            accept(Jobs.oldId(), RUNNING, 1);
        }
        var states =
                view.watchUser(USER, change -> true).take(MOST).collectList().block();
        assertThat(states).extracting(Change::number).startsWith(10_001L);
    }

    private void accept(JobId id, Status status, long version) {
        var state = Jobs.state(id, status, version);
        view.accept(new JobResult(
                state.schemaVersion(),
                id,
                USER,
                state.language(),
                null,
                status,
                state.score(),
                null,
                List.of(),
                state.output(),
                1,
                version,
                state.createdAt(),
                state.updatedAt()));
    }

    private static String text(Change change) {
        return change.number() + " " + change.state().jobId() + " "
                + change.state().version();
    }
}
