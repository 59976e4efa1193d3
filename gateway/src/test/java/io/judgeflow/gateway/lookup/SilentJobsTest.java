package io.judgeflow.gateway.lookup;

import static io.judgeflow.contracts.job.Status.DONE;
import static io.judgeflow.contracts.job.Status.RUNNING;
import static io.judgeflow.gateway.Jobs.oldId;
import static io.judgeflow.gateway.Jobs.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.gateway.GatewayTest;
import io.judgeflow.gateway.TestGateway.Database;
import io.judgeflow.gateway.view.JobView;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

@GatewayTest
class SilentJobsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final JobView view;
    private final Database database;
    private final SilentJobs now;
    private final SilentJobs later;
    private final JobId id = oldId();

    SilentJobsTest(JobView view, Database database, LookupSettings settings, Clock clock) {
        this.view = view;
        this.database = database;
        now = new SilentJobs(view, database, settings, clock);
        later = new SilentJobs(view, database, settings, Clock.offset(clock, SilentJobs.SILENCE));
    }

    @AfterEach
    void databaseIsThere() {
        database.away = false;
    }

    @Test
    void aWatcherGetsTheEndThatOnlyTheArchiveKnows() {
        view.accept(state(id, RUNNING, 2));
        database.rows.put(id, state(id, DONE, 3));
        StepVerifier.create(view.watch(id).map(JobResult::version))
                .expectNext(2L)
                .then(() -> later.round().block(PATIENCE))
                .expectNext(3L)
                .verifyComplete();
    }

    @Test
    void nobodyIsAskedAboutAJobThatWasHeardOfJustNow() {
        view.accept(state(id, RUNNING, 2));
        database.rows.put(id, state(id, DONE, 3));
        var watching = view.watch(id).subscribe();
        now.round().block(PATIENCE);
        assertThat(view.find(id)).get().extracting(JobResult::version).isEqualTo(2L);
        watching.dispose();
    }

    @Test
    void anArchiveThatIsAwayOrBehindChangesNothing() {
        view.accept(state(id, RUNNING, 2));
        var watching = view.watch(id).subscribe();
        database.rows.put(id, state(id, RUNNING, 1));
        later.round().block(PATIENCE);
        database.away = true;
        later.round().block(PATIENCE);
        assertThat(view.find(id)).get().extracting(JobResult::version).isEqualTo(2L);
        watching.dispose();
    }
}
