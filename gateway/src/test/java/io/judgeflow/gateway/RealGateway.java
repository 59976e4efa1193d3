package io.judgeflow.gateway;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A gateway as it is shipped, on a real broker and without a database. */
public record RealGateway(ConfigurableApplicationContext context) implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int OK = 200;

    /**
     * Returns when it has started, but perhaps not yet read what there is.
     *
     * @param settings in addition, each as {@code name=value}
     */
    public static RealGateway on(String bootstrapServers, String... settings) {
        var own = Stream.of(
                "spring.config.name=gateway",
                "server.port=0",
                "judgeflow.kafka.bootstrap-servers=" + bootstrapServers,
                "judgeflow.database.url=postgresql://nobody:nothing@127.0.0.1:1/none");
        return new RealGateway(new SpringApplicationBuilder(GatewayApplication.class)
                .registerShutdownHook(false)
                .run(Stream.concat(own, Stream.of(settings))
                        .map(setting -> "--" + setting)
                        .toArray(String[]::new)));
    }

    public URI address(String path) {
        return URI.create(
                "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port") + path);
    }

    /** Whether it has read what there is. */
    public boolean isReady() {
        return get("/actuator/health/readiness").statusCode() == OK;
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address(path));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path)).join();
    }

    public HttpResponse<String> post(String path, String json, String... headers) {
        return submit(path, json, headers).join();
    }

    public CompletableFuture<HttpResponse<String>> submit(String path, String json, String... headers) {
        var post = request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
        return send(headers.length == 0 ? post : post.headers(headers));
    }

    public CompletableFuture<HttpResponse<String>> send(HttpRequest.Builder request) {
        return HTTP.sendAsync(request.build(), BodyHandlers.ofString());
    }

    /** The lines of a stream, as they come. */
    public CompletableFuture<HttpResponse<Stream<String>>> lines(String path) {
        return HTTP.sendAsync(request(path).build(), BodyHandlers.ofLines());
    }

    @Override
    public void close() {
        context.close();
    }
}
