package io.judgeflow.localjudge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class VerdictsIT {

    private static RunningJudge judge;

    @BeforeAll
    static void start() {
        judge = RunningJudge.start();
    }

    @AfterAll
    static void stop() {
        judge.close();
    }

    @ParameterizedTest
    @EnumSource
    void acceptsTheRightOutput(Programs language) {
        assumeInstalled(language);
        var answer = judge.run(
                language.id, language.echo, Map.of("stdin", "dober dan č\n", "expected_output", "dober dan č"));
        assertThat(answer.get("status_id").asInt()).as(answer.toString()).isEqualTo(3);
        assertThat(RunningJudge.text(answer.get("stdout")).stripTrailing()).isEqualTo("dober dan č");
        assertThat(answer.get("message").isNull()).isTrue();
        assertThat(answer.get("exit_code").asInt()).isZero();
        assertThat(answer.get("memory").asInt()).isBetween(0, 128_000);
    }

    @ParameterizedTest
    @EnumSource
    void findsTheWrongOutput(Programs language) {
        assumeInstalled(language);
        var answer = judge.run(language.id, language.echo, Map.of("stdin", "a\n", "expected_output", "b"));
        assertThat(answer.at("/status/description").asString()).isEqualTo("Wrong Answer");
    }

    @ParameterizedTest
    @EnumSource
    void endsAnEndlessLoop(Programs language) {
        assumeInstalled(language);
        var limits = Map.of("cpu_time_limit", 0.5, "cpu_extra_time", 0.2);
        var answer = judge.run(language.id, language.loop, limits);
        assertThat(answer.get("status_id").asInt()).as(answer.toString()).isEqualTo(5);
        assertThat(RunningJudge.text(answer.get("message"))).isEqualTo("Time limit exceeded");
        assertThat(Double.parseDouble(answer.get("time").asString())).isBetween(0.5, 2.5);
        assertThat(answer.get("exit_code").asInt()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void tellsTheExitCode(Programs language) {
        assumeInstalled(language);
        var answer = judge.run(language.id, language.exit7);
        assertThat(answer.get("status_id").asInt()).as(answer.toString()).isEqualTo(11);
        assertThat(RunningJudge.text(answer.get("message"))).isEqualTo("Exited with error status 7");
        assertThat(answer.get("exit_code").asInt()).isEqualTo(7);
    }

    @ParameterizedTest
    @EnumSource(names = {"C", "CPP", "JAVA"})
    void showsWhatTheCompilerSays(Programs language) {
        assumeInstalled(language);
        var answer = judge.run(language.id, "this is no program");
        assertThat(answer.at("/status/description").asString()).isEqualTo("Compilation Error");
        assertThat(RunningJudge.text(answer.get("compile_output"))).contains("error");
        assertThat(answer.get("time").isNull()).isTrue();
        assertThat(answer.get("memory").isNull()).isTrue();
        assertThat(answer.get("exit_code").isNull()).isTrue();
        assertThat(answer.get("stdout").isNull()).isTrue();
    }

    @Test
    void endsASleeperByTheClock() {
        var answer = judge.run(46, "sleep 60", Map.of("wall_time_limit", 1));
        assertThat(answer.get("status_id").asInt()).isEqualTo(5);
        assertThat(RunningJudge.text(answer.get("message"))).isEqualTo("Time limit exceeded (wall clock)");
    }

    @Test
    void reportsASegmentationFaultAsAnExitCode() {
        assumeInstalled(Programs.C);
        var answer = judge.run(50, "int main(void) { return *(volatile int *) 0; }");
        assertThat(answer.get("status_id").asInt()).isEqualTo(11);
        assertThat(answer.get("exit_code").asInt()).isEqualTo(139);
        assertThat(RunningJudge.text(answer.get("stderr"))).contains("Segmentation fault");
    }

    @Test
    void treatsNoOutputAsWrongEvenIfNothingWasExpected() {
        assertThat(judge.run(46, "true", Map.of("expected_output", ""))
                        .get("status_id")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void passesArgumentsAndCompilerOptions() {
        assertThat(RunningJudge.text(judge.run(46, "echo $2", Map.of("command_line_arguments", "a \"b c\" $HOME; ls"))
                        .get("stdout")))
                .isEqualTo("b c\n");
        assumeInstalled(Programs.C);
        var source = "#include <stdio.h>\nint main(void) { puts(WORD); }";
        var answer = judge.run(50, source, Map.of("compiler_options", "-DWORD='\"defined\"'"));
        assertThat(RunningJudge.text(answer.get("stdout"))).isEqualTo("defined\n");
    }

    @Test
    void mergesErrorsIntoTheOutputWhenAsked() {
        var answer = judge.run(46, "echo a; echo b >&2; echo c", Map.of("redirect_stderr_to_stdout", true));
        assertThat(RunningJudge.text(answer.get("stdout"))).isEqualTo("a\nb\nc\n");
        assertThat(answer.get("stderr").isNull()).isTrue();
    }

    @Test
    void lateOutputOfADaemonIsNotWaitedFor() {
        var answer = judge.run(46, "(sleep 30; echo late) & echo early");
        assertThat(RunningJudge.text(answer.get("stdout"))).isEqualTo("early\n");
        assertThat(Double.parseDouble(answer.get("wall_time").asString())).isLessThan(10);
    }

    private static void assumeInstalled(Programs language) {
        assumeTrue(judge.json("/languages").findValues("id").stream()
                .map(JsonNode::asInt)
                .anyMatch(id -> id == language.id));
    }

    /** The same four programs in every language. */
    enum Programs {
        BASH(46, "cat", "while :; do :; done", "exit 7"),
        PYTHON(71, "print(input())", "while True: pass", "raise SystemExit(7)"),
        PERL(85, "print <STDIN>", "while (1) {}", "exit 7"),
        RUBY(72, "puts gets", "loop {}", "exit 7"),
        NODE(63, "console.log(require('fs').readFileSync(0, 'utf8'))", "while (true);", "process.exit(7)"),
        C(
                50,
                "#include <stdio.h>\nint main(void) { char b[99]; puts(fgets(b, 99, stdin)); }",
                "int main(void) { for (volatile int i = 0;;) i++; }",
                "int main(void) { return 7; }"),
        CPP(
                54,
                "#include <iostream>\nint main() { std::string s; std::getline(std::cin, s); std::cout << s; }",
                "int main() { for (volatile int i = 0;;) i = i + 1; }",
                "int main() { return 7; }"),
        JAVA(
                62,
                "class Main { public static void main(String[] a) throws Exception {"
                        + " System.out.write(System.in.readAllBytes()); System.out.flush(); } }",
                "class Main { public static void main(String[] a) { while (true); } }",
                "class Main { public static void main(String[] a) { System.exit(7); } }");

        final int id;
        final String echo;
        final String loop;
        final String exit7;

        Programs(int id, String echo, String loop, String exit7) {
            this.id = id;
            this.echo = echo;
            this.loop = loop;
            this.exit7 = exit7;
        }
    }
}
