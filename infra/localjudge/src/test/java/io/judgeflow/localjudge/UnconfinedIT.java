package io.judgeflow.localjudge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Without bubblewrap limits still hold. */
class UnconfinedIT {

    private static RunningJudge judge;

    @BeforeAll
    static void start() {
        judge = RunningJudge.start("localjudge.sandbox=none");
    }

    @AfterAll
    static void stop() {
        judge.close();
    }

    @Test
    void runsPrograms() {
        var answer = judge.run(46, "cat; pwd", Map.of("stdin", "hello\n"));
        assertThat(answer.get("status_id").asInt()).isEqualTo(3);
        assertThat(RunningJudge.text(answer.get("stdout")))
                .startsWith("hello\n")
                .endsWith("/box\n");
    }

    @Test
    void endsAnEndlessLoop() {
        var answer = judge.run(46, "while :; do :; done", Map.of("cpu_time_limit", 0.5, "cpu_extra_time", 0));
        assertThat(RunningJudge.text(answer.get("message"))).isEqualTo("Time limit exceeded");
    }

    @Test
    void endsASleeperWithItsChildren() {
        var answer = judge.run(46, "sleep 60 & sleep 60", Map.of("wall_time_limit", 1));
        assertThat(RunningJudge.text(answer.get("message"))).isEqualTo("Time limit exceeded (wall clock)");
    }

    @Test
    void cutsTheOutput() {
        var answer = judge.run(46, "head -c 100000 /dev/zero", Map.of("max_file_size", 10));
        assertThat(RunningJudge.bytes(answer.get("stdout"))).hasSize(10 * 1024);
        assertThat(answer.get("exit_code").asInt()).isEqualTo(153);
    }
}
