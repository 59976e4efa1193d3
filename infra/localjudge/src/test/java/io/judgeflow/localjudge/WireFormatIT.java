package io.judgeflow.localjudge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireFormatIT {

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
    void answersWithTheTokenOnlyAndTheResultLater() {
        var created = judge.post("/submissions", HELLO);
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        var body = RunningJudge.JSON.readTree(created.body());
        assertThat(body.propertyNames()).containsExactly("token");
        var path = "/submissions/" + body.get("token").asString();
        await().until(() -> judge.json(path).at("/status/id").asInt() >= 3);
        assertThat(judge.json(path).propertyNames())
                .containsExactly("stdout", "time", "memory", "stderr", "token", "compile_output", "message", "status");
        assertThat(judge.json(path).get("stdout").asString()).isEqualTo("hello\n");
        assertThat(judge.json(path).get("stderr").isNull()).isTrue();
    }

    @Test
    void showsAllFieldsWithTheirTypesInTheirOrder() {
        var all = RunningJudge.JSON.readTree(
                judge.post("/submissions?wait=true&fields=*", HELLO).body());
        assertThat(String.join(",", all.propertyNames()))
                .isEqualTo("source_code,language_id,stdin,expected_output,stdout,status_id,created_at,finished_at,time,"
                        + "memory,stderr,token,number_of_runs,cpu_time_limit,cpu_extra_time,wall_time_limit,memory_limit,"
                        + "stack_limit,max_processes_and_or_threads,enable_per_process_and_thread_time_limit,"
                        + "enable_per_process_and_thread_memory_limit,max_file_size,compile_output,exit_code,exit_signal,"
                        + "message,wall_time,compiler_options,command_line_arguments,redirect_stderr_to_stdout,"
                        + "callback_url,additional_files,enable_network,status,language");
        assertThat(all.get("cpu_time_limit").asString()).isEqualTo("5.0");
        assertThat(all.get("memory_limit").isInt()).isTrue();
        assertThat(all.get("time").asString()).matches("\\d+\\.\\d{1,3}");
        assertThat(all.get("created_at").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(all.at("/status/description").asString()).isEqualTo("Accepted");
    }

    @Test
    void breaksBase64IntoLinesOfSixty() {
        var answer = judge.run(46, "printf '%0100d' 0");
        assertThat(answer.get("stdout").asString())
                .matches("[A-Za-z0-9+/=]{60}\n[A-Za-z0-9+/=]{60}\n[A-Za-z0-9+/=]{16}\n");
    }

    @Test
    void showsWhatIsNotAsciiOnlyInBase64() {
        var body = Map.of("language_id", 46, "source_code", "printf '\\304\\215\\377'");
        var answer = judge.post("/submissions?wait=true", body);
        assertThat(answer.statusCode()).isEqualTo(201);
        var json = RunningJudge.JSON.readTree(answer.body());
        assertThat(json.get("error").asString())
                .isEqualTo("some attributes for this submission cannot be converted to UTF-8, "
                        + "use base64_encoded=true query parameter");
        var path = "/submissions/" + json.get("token").asString();
        assertThat(judge.get(path).statusCode()).isEqualTo(400);
        assertThat(judge.get(path + "?fields=token,status").statusCode()).isEqualTo(200);
        assertThat(judge.get("/submissions/batch?tokens=" + json.get("token").asString())
                        .body())
                .contains("some attributes for one or more submissions cannot be converted");
        assertThat(RunningJudge.bytes(judge.json(path + "?base64_encoded=true").get("stdout")))
                .containsExactly(0xc4, 0x8d, 0xff);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {} | {"source_code":["can't be blank"],"language_id":["can't be blank","language with id  doesn't exist"]}
        {"source_code":" ","language_id":"46"} | {"source_code":["can't be blank"]}
        {"source_code":"x","language_id":"abc"} | {"language_id":["language with id 0 doesn't exist"]}
        {"source_code":"x","language_id":46,"cpu_time_limit":16} | {"cpu_time_limit":["must be less than or equal to 15.0"]}
        {"source_code":"x","language_id":46,"wall_time_limit":0.5} | {"wall_time_limit":["must be greater than or equal to 1"]}
        {"source_code":"x","language_id":46,"memory_limit":"much"} | {"memory_limit":["is not a number"]}
        {"source_code":"x","language_id":46,"memory_limit":512001} | {"memory_limit":["must be less than or equal to 512000"]}
        {"source_code":"x","language_id":46,"number_of_runs":0} | {"number_of_runs":["must be greater than 0"]}
        {"source_code":"x","language_id":46,"compiler_options":"-O"} | {"compiler_options":["setting compiler options is only allowed for compiled languages"]}
        {"source_code":"x","language_id":46,"enable_network":true} | {"enable_network":["enabling network is not allowed"]}
        """)
    void namesWhatIsWrongWithASubmission(String body, String expected) {
        var answer = judge.post("/submissions", body);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).isEqualTo(expected);
    }

    @Test
    void answersFrameworkErrorsAsRailsDoes() {
        assertThat(judge.post("/submissions", "{").statusCode()).isEqualTo(400);
        var html = judge.get("/submissions/unknown");
        assertThat(html.statusCode()).isEqualTo(404);
        assertThat(html.body()).isEmpty();
        var json = judge.get("/submissions/unknown", "Accept", "application/json");
        assertThat(json.body()).isEqualTo("{\"status\":404,\"error\":\"Not Found\"}");
        assertThat(judge.get("/submissions").statusCode()).isEqualTo(403);
        assertThat(judge.get("/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesUnknownFieldsBeforeAnythingElse() {
        assertThat(judge.post("/submissions?fields=foo,stdout,bar", HELLO).body())
                .isEqualTo("{\"error\":\"invalid fields: [foo, bar]\"}");
        assertThat(judge.get("/submissions/unknown?fields=token,%20stdout").body())
                .isEqualTo("{\"error\":\"invalid fields: [ stdout]\"}");
    }

    @Test
    void tellsWhatThereIs() {
        assertThat(judge.json("/languages").findValuesAsString("name"))
                .isSorted()
                .anyMatch(name -> name.startsWith("Bash (5"));
        assertThat(judge.json("/languages/46").get("source_file").asString()).isEqualTo("script.sh");
        assertThat(judge.json("/languages/all").at("/0/is_archived").asBoolean())
                .isFalse();
        assertThat(judge.get("/languages/9999").statusCode()).isEqualTo(404);
        assertThat(judge.json("/statuses")).hasSize(14);
        assertThat(judge.json("/statuses").get(10).toString())
                .isEqualTo("{\"id\":11,\"description\":\"Runtime Error (NZEC)\"}");
        assertThat(judge.get("/version").body()).isEqualTo("1.13.1");
        assertThat(judge.json("/about").get("version").asString()).isEqualTo("1.13.1");
        assertThat(judge.json("/config_info").get("max_submission_batch_size").asInt())
                .isEqualTo(20);
        assertThat(judge.json("/workers").at("/0/failed").asInt()).isZero();
        assertThat(judge.get("/system_info").statusCode()).isEqualTo(200);
    }

    @Test
    void turnsAwayWebPagesOfOtherHosts() {
        assertThat(judge.get("/version", "Origin", "https://elsewhere.example").statusCode())
                .isEqualTo(403);
        assertThat(judge.get("/version", "Origin", "http://localhost:3000").statusCode())
                .isEqualTo(200);
    }
}
