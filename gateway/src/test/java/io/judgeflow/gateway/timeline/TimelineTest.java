package io.judgeflow.gateway.timeline;

import static io.judgeflow.gateway.Jobs.oldId;
import static io.judgeflow.gateway.Jobs.queued;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.event.RunOutput;
import io.judgeflow.contracts.event.RunTimes;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.event.TestResult;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Status;
import io.judgeflow.contracts.job.Verdict;
import io.judgeflow.gateway.GatewayTest;
import io.judgeflow.gateway.TestGateway.Database;
import io.judgeflow.gateway.view.JobView;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;

@GatewayTest
class TimelineTest {

    private static final Instant CREATED = Instant.parse("2026-11-23T08:00:00Z");

    private final WebTestClient client;
    private final JobView view;
    private final Database database;
    private final JobId id = oldId();

    TimelineTest(WebTestClient client, JobView view, Database database) {
        this.client = client;
        this.view = view;
        this.database = database;
    }

    @Test
    void tellsWhoHadWhichAttemptWhen() {
        view.accept(twoAttempts());
        timeline().json("""
                {"job_id": "%s", "status": "done", "version": 2, "moments": [
                  {"at": "2026-11-23T08:00:00Z", "what": "created"},
                  {"at": "2026-11-23T08:00:01Z", "what": "taken", "test": 0, "attempt": 1, "instance": "a:2358"},
                  {"at": "2026-11-23T08:00:02Z", "what": "started", "test": 0, "attempt": 1, "instance": "a:2358"},
                  {"at": "2026-11-23T08:00:03Z", "what": "taken", "test": 0, "attempt": 2, "instance": "b:2358"},
                  {"at": "2026-11-23T08:00:04Z", "what": "judged", "test": 0, "attempt": 2, "instance": "b:2358",
                   "verdict": "accepted", "queue_time": 0.25, "wall_time": 0.5},
                  {"at": "2026-11-23T08:00:04Z", "what": "ended", "verdict": "accepted"}]}
                """.formatted(id), JsonCompareMode.STRICT);
    }

    @Test
    void tellsOfAJobThatWaits() {
        view.accept(queued(id));
        timeline().json("""
                {"job_id": "%s", "status": "queued", "version": 1, "moments": [
                  {"at": "2026-11-23T08:00:00Z", "what": "created"}]}
                """.formatted(id), JsonCompareMode.STRICT);
    }

    @Test
    void knowsOlderJobsFromTheArchive() {
        database.rows.put(id, twoAttempts());
        timeline().jsonPath("$.moments.length()").isEqualTo(6);
    }

    @Test
    void knowsNoJobThatDoesNotExist() {
        client.get()
                .uri("/api/executions/" + oldId() + "/timeline")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private BodyContentSpec timeline() {
        return client.get()
                .uri("/api/executions/" + id + "/timeline")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private JobResult twoAttempts() {
        var test = queued(id)
                .tests()
                .getFirst()
                .handedTo("a:2358", 1, CREATED.plusSeconds(1))
                .started("a:2358", 1, CREATED.plusSeconds(2))
                .handedTo("b:2358", 2, CREATED.plusSeconds(3));
        var end = CREATED.plusSeconds(4);
        var times = new RunTimes(CREATED.plusSeconds(3), 0.25, 0.5);
        var fact = new Progress.Judged(
                Schema.VERSION, id, 0, 2, "b:2358", Verdict.ACCEPTED, RunOutput.NOTHING, end, times);
        var judged = test.judged(new TestResult.Ruling(Verdict.ACCEPTED, 100, null), fact, RunOutput.NOTHING);
        var standing = new JobResult.Standing(Status.DONE, 100, Verdict.ACCEPTED, RunOutput.NOTHING);
        return queued(id).next(List.of(judged), standing, end);
    }
}
