package io.judgeflow.testkit.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;

/**
 * One request that may be wrong in any way.
 *
 * @param route as the description of the API names it, whatever became of the path
 */
public record BadRequest(String method, String route, String path, Map<String, String> headers, ByteBuffer body) {

    /** What a client of HTTP/2 lets out. */
    private static final int MOST_HEADERS = 4096;

    /** The body. */
    public byte[] bytes() {
        var bytes = new byte[body.limit()];
        body.get(0, bytes);
        return bytes;
    }

    /**
     * For a client: half of them by HTTP/2, but for headers larger than a client of that lets out.
     *
     * @param base where the gateway is
     * @param patience when it counts as not answered
     */
    public HttpRequest to(URI base, Duration patience) {
        var builder = HttpRequest.newBuilder(URI.create(base + path))
                .version(version())
                .timeout(patience)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(bytes()));
        headers.forEach(builder::header);
        return builder.build();
    }

    Version version() {
        var size = headers.values().stream().mapToInt(String::length).sum();
        return size > MOST_HEADERS || path.hashCode() % 2 == 0 ? Version.HTTP_1_1 : Version.HTTP_2;
    }

    @Override
    public String toString() {
        var start = UTF_8.decode(body.slice(0, Math.min(body.limit(), 300)));
        return method + " " + path + " " + headers + " " + body.limit() + " bytes: " + start;
    }
}
