package io.judgeflow.localjudge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BatchIT {

    private static final Map<String, Object> HELLO = Map.of("language_id", 46, "source_code", "echo hello");

    private static RunningJudge judge;

    @BeforeAll
    static void start() {
        judge = RunningJudge.start();
    }

    @AfterAll
    static void stop() {
        judge.close();
    }

    @Test
    void keepsTheOrderOfABatchWithErrorsInTheirPlaces() {
        var batch = Map.of("submissions", List.of(HELLO, Map.of("language_id", 9999, "source_code", "x"), HELLO));
        var created = judge.post("/submissions/batch", batch);
        assertThat(created.statusCode()).isEqualTo(201);
        var items = RunningJudge.JSON.readTree(created.body());
        assertThat(items.get(1).toString()).isEqualTo("{\"language_id\":[\"language with id 9999 doesn't exist\"]}");
        var tokens = items.get(2).get("token").asString() + ",unknown,"
                + items.get(0).get("token").asString();
        var read = judge.json("/submissions/batch?fields=status_id,token&tokens=" + tokens);
        assertThat(read.at("/submissions/0/token")).isEqualTo(items.get(2).get("token"));
        assertThat(read.at("/submissions/1").isNull()).isTrue();
        assertThat(read.at("/submissions/2/token")).isEqualTo(items.get(0).get("token"));
    }

    @Test
    void refusesBatchesThatAreEmptyOrTooLongOrAllWrong() {
        var empty = "{\"error\":\"there should be at least one submission in a batch\"}";
        for (var body : List.of("{}", "{\"submissions\":[]}", "{\"submissions\":[null]}", "[1]")) {
            assertThat(judge.post("/submissions/batch", body).body()).isEqualTo(empty);
        }
        assertThat(judge.post("/submissions/batch", Map.of("submissions", Collections.nCopies(21, HELLO)))
                        .body())
                .isEqualTo("{\"error\":\"number of submissions in a batch should be less than or equal to 20\"}");
        var allWrong = judge.post("/submissions/batch", Map.of("submissions", List.of(Map.of())));
        assertThat(allWrong.statusCode()).isEqualTo(422);
    }

    @Test
    void judgesTwoHundredSubmissionsSentAtOnce() {
        var tokens = new ArrayList<String>();
        for (int batch = 0; batch < 10; batch++) {
            int first = batch * 20;
            var submissions = IntStream.range(first, first + 20)
                    .mapToObj(number ->
                            Map.of("language_id", 46, "source_code", "echo " + number, "expected_output", "" + number))
                    .toList();
            RunningJudge.JSON
                    .readTree(judge.post("/submissions/batch", Map.of("submissions", submissions))
                            .body())
                    .forEach(item -> tokens.add(item.get("token").asString()));
        }
        for (int first = 0; first < 200; first += 20) {
            var path = "/submissions/batch?fields=status_id,stdout&tokens="
                    + String.join(",", tokens.subList(first, first + 20));
            await().atMost(Duration.ofMinutes(1))
                    .until(() ->
                            judge.json(path).findValues("status_id").stream().allMatch(status -> status.asInt() == 3));
        }
    }
}
