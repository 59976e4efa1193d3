package io.judgeflow.localjudge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueueIT {

    private static final Map<String, Object> SLEEP =
            Map.of("language_id", 46, "source_code", "sleep 20", "wall_time_limit", 20);

    @Test
    void refusesWhatTheQueueHasNoPlaceFor() {
        try (var judge = RunningJudge.start("localjudge.workers=1", "localjudge.max-queue-size=3")) {
            judge.post("/submissions", SLEEP);
            await().until(() -> judge.json("/workers").at("/0/working").asInt() == 1
                    && judge.json("/workers").at("/0/size").asInt() == 0);
            for (int place = 0; place < 3; place++) {
                assertThat(judge.post("/submissions", SLEEP).statusCode()).isEqualTo(201);
            }
            var full = judge.post("/submissions", "{}");
            assertThat(full.statusCode()).isEqualTo(503);
            assertThat(full.body()).isEqualTo("{\"error\":\"queue is full\"}");
            var batch = Map.of("submissions", Collections.nCopies(50, SLEEP));
            assertThat(judge.post("/submissions/batch", batch).statusCode()).isEqualTo(503);
        }
    }

    @Test
    void givesBackThePlacesOfInvalidSubmissions() {
        try (var judge = RunningJudge.start("localjudge.max-queue-size=1")) {
            for (int attempt = 0; attempt < 5; attempt++) {
                assertThat(judge.post("/submissions", "{}").statusCode()).isEqualTo(422);
                assertThat(judge.post("/submissions?fields=x", "{}").statusCode())
                        .isEqualTo(400);
            }
            assertThat(judge.run(46, "echo a").get("status_id").asInt()).isEqualTo(3);
        }
    }

    @Test
    void forgetsTheOldestResults() {
        try (var judge = RunningJudge.start("localjudge.retained=1")) {
            var first = judge.run(46, "echo a").get("token").asString();
            judge.run(46, "echo b");
            await().until(() -> judge.get("/submissions/" + first).statusCode() == 404);
        }
    }

    @Test
    void asksForATokenWhereOneIsSet() {
        try (var judge = RunningJudge.start("localjudge.auth-token=one two")) {
            var refused = judge.get("/version");
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.body()).isEmpty();
            assertThat(judge.get("/version", "X-Auth-Token", "two").statusCode())
                    .isEqualTo(200);
            assertThat(judge.get("/version?X-Auth-Token=one").statusCode()).isEqualTo(200);
        }
    }
}
