package io.judgeflow.localjudge;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The application on a port of its own, spoken to as a user of Judge0 would. */
final class RunningJudge implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConfigurableApplicationContext context;
    private final String url;

    private RunningJudge(ConfigurableApplicationContext context) {
        this.context = context;
        this.url = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    static RunningJudge start(String... settings) {
        var arguments = Stream.concat(
                        Stream.of("spring.config.name=localjudge", "server.port=0"), Arrays.stream(settings))
                .map(setting -> "--" + setting)
                .toArray(String[]::new);
        return new RunningJudge(new SpringApplicationBuilder(LocalJudgeApplication.class)
                .registerShutdownHook(false)
                .run(arguments));
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    JsonNode json(String path) {
        return JSON.readTree(get(path).body());
    }

    HttpResponse<String> post(String path, Object body) {
        return send(request(path, "Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body instanceof String text ? text : JSON.writeValueAsString(body))));
    }

    /** Runs a program to its end, in base64 both ways; all fields, texts decoded. */
    JsonNode run(int language, String source, Map<String, ?> attributes) {
        var body = new LinkedHashMap<String, Object>(attributes);
        body.put("language_id", language);
        body.put("source_code", source);
        for (var text : new String[] {"source_code", "stdin", "expected_output"}) {
            body.computeIfPresent(
                    text,
                    (name, value) ->
                            Base64.getEncoder().encodeToString(value.toString().getBytes(StandardCharsets.UTF_8)));
        }
        var answer = post("/submissions?base64_encoded=true&wait=true&fields=*", body);
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    JsonNode run(int language, String source) {
        return run(language, source, Map.of());
    }

    static byte[] bytes(JsonNode base64) {
        return Base64.getMimeDecoder().decode(base64.asString());
    }

    static String text(JsonNode base64) {
        return new String(bytes(base64), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        context.close();
        client.close();
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
