package io.judgeflow.testkit.judge0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeJudge0Test {

    private final FakeJudge0 fake = FakeJudge0.start(Setup.standard().withRunTime(Duration.ZERO));
    private final Client client = new Client(fake);

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void comparesWhatAProgramPrints() throws Exception {
        assertThat(statusOf(submit("echo hello", "hello"))).isEqualTo(3);
        assertThat(statusOf(submit("echo hello", "bye"))).isEqualTo(4);
        assertThat(statusOf(submit("#judge: status=5", null))).isEqualTo(5);
        assertThat(fake.executed("echo hello")).isEqualTo(2);
    }

    @Test
    void answersSingleReadsFromACacheOfASecond() throws Exception {
        var token = submit("#judge: run=30ms", null);
        assertThat(statusOf("/submissions/" + token + "?fields=status_id", "/status_id"))
                .isEqualTo(2);
        while (statusOf(token) != 3) {
            Thread.onSpinWait();
        }

        assertThat(statusOf("/submissions/" + token + "?fields=status_id", "/status_id"))
                .isEqualTo(2);
    }

    @Test
    void wordsItsErrorsLikeJudge0() throws Exception {
        assertThat(post("/submissions", "{}").body())
                .isEqualTo("{\"source_code\":[\"can't be blank\"],"
                        + "\"language_id\":[\"can't be blank\",\"language with id  doesn't exist\"]}");
        assertThat(post("/submissions/batch", "{}").body()).contains("at least one submission in a batch");
        assertThat(post("/submissions", "{").statusCode()).isEqualTo(400);
        assertThat(get("/submissions/batch?tokens=a&fields=token,nonsense").body())
                .isEqualTo("{\"error\":\"invalid fields: [nonsense]\"}");
        assertThat(get("/submissions/unknown").body()).isEqualTo("{\"status\":404,\"error\":\"Not Found\"}");
        assertThat(get("/submissions/batch?tokens=unknown").body()).isEqualTo("{\"submissions\":[null]}");
    }

    @Test
    void refusesToReadWhatIsNotAsciiWithoutBase64() throws Exception {
        var token = submit("echo č", null);

        assertThat(get("/submissions/batch?tokens=" + token).statusCode()).isEqualTo(400);
        assertThat(get("/submissions/batch?fields=token,status&tokens=" + token).statusCode())
                .isEqualTo(200);
        assertThat(get("/submissions/batch?base64_encoded=true&tokens=" + token).body())
                .contains("xI0K\\n");
    }

    @Test
    void servesItsLists() throws Exception {
        assertThat(Reply.JSON.readTree(get("/languages").body())).hasSize(47);
        assertThat(Reply.JSON.readTree(get("/statuses").body())).hasSize(14);
        assertThat(get("/about").body()).contains("1.13.1");
        assertThat(get("/config_info").body()).contains("\"max_submission_batch_size\":20");
    }

    @Test
    void failsAsOftenAsToldAndOnlyWhereTold() throws Exception {
        fake.fail(Fault.status(500).times(2).on(Call.LANGUAGES));

        assertThat(get("/statuses").statusCode()).isEqualTo(200);
        assertThat(get("/languages").statusCode()).isEqualTo(500);
        assertThat(get("/languages").statusCode()).isEqualTo(500);
        assertThat(get("/languages").statusCode()).isEqualTo(200);
        assertThat(fake.requests(Call.LANGUAGES)).isEqualTo(3);
    }

    @Test
    void goesDownAndComesBackOnTheSamePort() throws Exception {
        var url = fake.url();
        fake.goDown();
        assertThatThrownBy(() -> get("/about")).isInstanceOf(IOException.class);

        fake.comeBack();

        assertThat(fake.url()).isEqualTo(url);
        assertThat(get("/about").statusCode()).isEqualTo(200);
    }

    @Test
    void asksForItsToken() throws Exception {
        fake.configure(setup -> setup.withToken("secret"));

        assertThat(get("/about").statusCode()).isEqualTo(401);
    }

    @Test
    void forgetsTheOldestBeyondItsLimit() throws Exception {
        fake.configure(setup -> setup.withRetained(2));
        var oldest = submit("echo 1", null);
        submit("echo 2", null);
        submit("echo 3", null);

        assertThat(get("/submissions/" + oldest).statusCode()).isEqualTo(404);
    }

    private int statusOf(String token) throws Exception {
        return statusOf("/submissions/batch?fields=status_id&tokens=" + token, "/submissions/0/status_id");
    }

    private int statusOf(String path, String pointer) throws Exception {
        return Reply.JSON.readTree(get(path).body()).at(pointer).asInt();
    }

    private String submit(String source, @Nullable String expected) throws Exception {
        return client.submit(source, expected == null ? Map.of() : Map.of("expected_output", expected));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.get(path);
    }

    private HttpResponse<String> post(String path, String json) throws Exception {
        return client.post(path, json);
    }
}
