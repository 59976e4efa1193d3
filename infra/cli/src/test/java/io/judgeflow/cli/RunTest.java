package io.judgeflow.cli;

import static io.judgeflow.cli.ScriptedGateway.JOB;
import static io.judgeflow.cli.ScriptedGateway.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunTest {

    private static final String QUEUED = event(1, "{\"status\":\"queued\"}");
    private static final String RUNNING = event(2, "{\"status\":\"running\"}");
    private static final String DONE = event(
            3,
            "{\"status\":\"done\",\"verdict\":\"accepted\",\"score\":100,\"stdout\":\"42\\n\",\"time\":0.02,\"memory\":9}");

    private static final String ONE_OF_TWO = event(2, """
            {"status":"running","score":50,"tests":[{"name":"1","verdict":"accepted"},{}]}""");
    private static final String TWO_OF_TWO = event(3, """
            {"status":"done","verdict":"wrong_answer","tests":[{"name":"1","verdict":"accepted"},\
            {"name":"2","verdict":"wrong_answer","stdout":"x"}]}""");

    @TempDir
    private Path directory;

    private Path program;
    private ScriptedGateway gateway;

    @BeforeEach
    void start() throws IOException {
        program = Files.writeString(directory.resolve("a.py"), "print('č')");
        gateway = new ScriptedGateway();
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void tellsEachChangeAndPrintsWhatTheProgramPrinted() {
        gateway.thenAccepts().thenStreams(QUEUED + ":\n\n" + RUNNING + RUNNING + DONE);
        var spoken = Spoken.byRunning(gateway, program);
        assertThat(spoken.told())
                .containsExactly(
                        program + " as py", "job " + JOB, "queued", "running", "accepted, score 100, 0.02 s, 9 KiB");
        assertThat(spoken.out()).isEqualTo("42\n");
        assertThat(gateway.requests().getFirst().body()).isEqualTo("{\"lang\":\"py\",\"code\":\"print('č')\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "done, accepted, 0",
        "done, wrong_answer, 1",
        "done, time_limit, 3",
        "done, memory_limit, 4",
        "done, compilation_error, 5",
        "done, runtime_error, 6",
        "error, refused, 7",
        "error, gave_up, 7",
        "error, cancelled, 7",
        "done, one_of_next_year, 7"
    })
    void endsWithTheVerdict(String status, String verdict, int exit) {
        var end = "{\"status\":\"%s\",\"verdict\":\"%s\"}".formatted(status, verdict);
        gateway.thenAccepts().thenStreams(event(3, end));
        assertThat(Spoken.byRunning(gateway, program).exit()).isEqualTo(exit);
        assertThat(Spoken.by("status", JOB, "--url", gateway.then(200, end).url())
                        .exit())
                .isEqualTo(exit);
    }

    @Test
    void printsTheLastStateAsItCameAndNothingElseForPrograms() {
        gateway.then(503, "{}", "Retry-After", "1")
                .thenAccepts()
                .thenStreams(QUEUED + event(2, "{\"status\": \"error\"}"));
        assertThat(Spoken.byRunning(gateway, program, "--json"))
                .isEqualTo(new Spoken(7, "{\"status\": \"error\"}" + System.lineSeparator(), ""));
    }

    @Test
    void comesBackAfterBrokenConnectionsWithWhatItHasAndMissesNothing() {
        gateway.thenAccepts()
                .thenStreamsAndBreaks(QUEUED)
                .thenStreamsAndBreaks(RUNNING + "id:3\ndata:{\"status\":\"done\"")
                .thenBreaks()
                .then(503, "{}", "Retry-After", "1")
                .thenStreams(":\n\n")
                .thenStreams(DONE);
        var spoken = Spoken.byRunning(gateway, program);
        assertThat(spoken.exit()).isZero();
        assertThat(spoken.told())
                .filteredOn(line -> !line.endsWith("Trying again in 1 s."))
                .contains("queued", "running", "accepted, score 100, 0.02 s, 9 KiB")
                .hasSize(5);
        assertThat(gateway.requests())
                .filteredOn(request -> request.call().equals("GET /api/stream/" + JOB))
                .extracting(request -> request.header("Last-event-id"))
                .containsExactly("", "1", "2", "2", "2", "2");
    }

    @Test
    void endsWhenTheJobIsNotToBeFollowed() {
        gateway.thenAccepts().then(404, "{\"detail\":\"There is no such job.\"}");
        var spoken = Spoken.byRunning(gateway, program);
        assertThat(spoken.exit()).isEqualTo(2);
        assertThat(spoken.told()).endsWith("There is no such job.");
        assertThat(gateway.requests()).hasSize(2);
    }

    @Test
    void submitsAgainUnderTheSameKeyWhenItCannotKnowWhetherItWasTaken() {
        gateway.thenBreaks()
                .then(429, "{\"detail\":\"Too many.\"}", "Retry-After", "0")
                .thenAccepts()
                .thenStreams(DONE);
        var spoken = Spoken.byRunning(gateway, program);
        assertThat(spoken.exit()).isZero();
        assertThat(spoken.told()).contains("Too many. Trying again in 1 s.");
        var submissions = gateway.requests().subList(0, 3);
        assertThat(submissions).extracting(ScriptedGateway.Request::call).containsOnly("POST /api/execute");
        assertThat(submissions)
                .extracting(ScriptedGateway.Request::body)
                .containsOnly(submissions.getFirst().body());
        assertThat(submissions)
                .extracting(request -> request.header("Idempotency-key"))
                .containsOnly(submissions.getFirst().header("Idempotency-key"))
                .doesNotContain("");
    }

    @Test
    void doesNotWaitForWhatComesTooLate() {
        gateway.then(429, "{\"detail\":\"Too many.\"}", "Retry-After", "3600");
        var begun = Instant.now();
        assertThat(Spoken.byRunning(gateway, program))
                .extracting(Spoken::exit, Spoken::err)
                .containsExactly(8, program + " as py\nToo many. Not tried again within 60 s (--timeout).\n");
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void leavesAJobAloneThatDoesNotEndInTime() {
        gateway.thenAccepts().thenStreamsAndStays(RUNNING);
        var spoken = Spoken.byRunning(gateway, program, "--timeout", "1s");
        assertThat(spoken.exit()).isEqualTo(8);
        assertThat(spoken.told())
                .endsWith("running", "Not done within 1 s (--timeout).", "The job goes on: judgeflow status " + JOB);
        assertThat(gateway.requests()).hasSize(2);
    }

    @Test
    void saysAtOnceThatNobodyIsThere() {
        gateway.close();
        assertThat(Spoken.byRunning(gateway, program))
                .extracting(Spoken::exit, Spoken::err)
                .containsExactly(8, program + " as py\nThe gateway cannot be reached at " + gateway.url() + "/.\n");
    }

    @Test
    void tellsWhatIsWrongInSentences() {
        gateway.then(422, """
                {"detail": "2 things are wrong with the submission.",
                 "errors": [{"field": "lang", "message": "is missing"}, {"field": "code", "message": "is too long"}]}""");
        assertThat(Spoken.byRunning(gateway, program))
                .isEqualTo(
                        new Spoken(
                                2,
                                "",
                                program
                                        + " as py\n2 things are wrong with the submission.\n  lang is missing.\n  code is too long.\n"));
        gateway.then(404, "<html>");
        assertThat(Spoken.byRunning(gateway, program).told()).endsWith("The gateway answered 404.");
        gateway.then(500, "{}");
        assertThat(Spoken.byRunning(gateway, program).exit()).isEqualTo(8);
    }

    @Test
    void submitsTestsByNameAndTellsEachVerdict() throws IOException {
        var tests = Files.createDirectory(directory.resolve("tests"));
        for (var file : List.of("2.in", "2.out", "1.in", "1.ans", "1.out", "notes.txt")) {
            Files.writeString(tests.resolve(file), file);
        }
        gateway.thenAccepts().thenStreams(ONE_OF_TWO + TWO_OF_TWO);
        var spoken = Spoken.byRunning(gateway, program, "--tests", tests);
        assertThat(gateway.requests().getFirst().body())
                .contains("\"name\":\"1\"", "\"stdin\":\"1.in\"", "\"expected_output\":\"1.ans\"")
                .contains("\"expected_output\":\"2.out\"")
                .doesNotContain("notes");
        assertThat(spoken.told())
                .endsWith(
                        "  test 1 of 2 (1): accepted",
                        "running, score 50",
                        "  test 2 of 2 (2): wrong_answer",
                        "wrong_answer",
                        "test 2 of 2 (2) left:");
        assertThat(spoken).extracting(Spoken::exit, Spoken::out).containsExactly(1, "x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.in", "1.out", "1.txt"})
    void refusesHalfATestAndNoTest(String file) throws IOException {
        var tests = Files.createDirectory(directory.resolve("tests"));
        Files.writeString(tests.resolve(file), "");
        assertThat(Spoken.byRunning(gateway, program, "--tests", tests).exit()).isEqualTo(2);
        assertThat(gateway.requests()).isEmpty();
    }

    @Test
    void sendsInputAndExpectationAndTheNamedLanguage() throws IOException {
        var input = Files.writeString(directory.resolve("in"), "4\n");
        gateway.thenAccepts().thenStreams(DONE);
        Spoken.byRunning(gateway, program, "--stdin", input, "--expect", input, "--lang", "ruby");
        assertThat(gateway.requests().getFirst().body())
                .contains("\"lang\":\"ruby\"", "\"stdin\":\"4\\n\"", "\"expected_output\":\"4\\n\"");
    }
}
