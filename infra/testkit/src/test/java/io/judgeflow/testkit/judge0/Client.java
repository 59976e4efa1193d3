package io.judgeflow.testkit.judge0;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A plain HTTP client that trusts nothing but the wire. */
record Client(FakeJudge0 fake) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** The token of a Bash program with these further attributes. */
    String submit(String source, Map<String, String> more) throws Exception {
        var body = new HashMap<String, Object>(more);
        body.put("source_code", source);
        body.put("language_id", 46);
        var response = post("/submissions", Reply.JSON.writeValueAsString(body));
        assertThat(response.statusCode()).isEqualTo(201);
        return Reply.JSON.readTree(response.body()).path("token").asString("");
    }

    HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String json) throws Exception {
        return HTTP.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(fake.url() + path))
                .header("Accept", "application/json")
                .timeout(Duration.ofSeconds(20));
    }
}
