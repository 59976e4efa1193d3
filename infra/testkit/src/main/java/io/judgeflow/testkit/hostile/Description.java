package io.judgeflow.testkit.hostile;

import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the gateway's own description of itself allows it to answer, whatever it was asked. */
public final class Description {

    private static final JsonMapper JSON = new JsonMapper();

    /** Of all routes, in bytes. */
    private static final int LARGEST_BODY = 1 << 20;

    private static final int BAD = 400;
    private static final int TOO_LARGE = 431;
    private static final int UNAVAILABLE = 503;

    private final JsonNode paths;

    /** @param openApi as the gateway gives it out */
    public Description(String openApi) {
        this.paths = JSON.readTree(openApi).get("paths");
    }

    /** What is wrong with an answer; empty when it is as described. */
    public Optional<String> complaint(BadRequest request, int status, HttpHeaders headers, String body) {
        if (!allowed(request).contains(status)) {
            return Optional.of("%d is not described: %s".formatted(status, body));
        }
        if (status == TOO_LARGE && body.isEmpty() && request.version() == Version.HTTP_2) {
            // Netty refuses headers that are too long on a stream before anybody here sees them.
            return Optional.empty();
        }
        return status < BAD ? Optional.empty() : problem(status, headers, body);
    }

    private static Optional<String> problem(int status, HttpHeaders headers, String body) {
        var type = headers.firstValue("Content-Type").orElse("");
        if (!type.equals("application/problem+json")) {
            return Optional.of("%d without a problem document but %s: %s".formatted(status, type, body));
        }
        if (status == UNAVAILABLE && headers.firstValue("Retry-After").isEmpty()) {
            return Optional.of("503 without Retry-After: " + body);
        }
        return says(status, body) ? Optional.empty() : Optional.of("%d says %s".formatted(status, body));
    }

    private static boolean says(int status, String body) {
        try {
            var problem = JSON.readTree(body);
            return problem.path("status").asInt(0) == status
                    && !problem.path("title").asString("").isBlank();
        } catch (JacksonException e) {
            return false;
        }
    }

    /** What the description names; and where it is not this route any more, or not this method, what says so. */
    private Set<Integer> allowed(BadRequest request) {
        var operation = paths.path(request.route()).path(request.method().toLowerCase(Locale.ROOT));
        if (operation.isMissingNode()) {
            return elsewhere(request);
        }
        var named = operation.get("responses").propertyNames().stream()
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
        if (request.route().contains("{")) {
            // An id that is empty or has a slash in it makes another route of it.
            named.addAll(Set.of(404, 405));
        }
        return named;
    }

    private static Set<Integer> elsewhere(BadRequest request) {
        var elsewhere = new HashSet<>(Set.of(200, 404, 405, 400, 403, 406));
        if (request.route().equals("/") || request.route().endsWith(".html")) {
            // A file, which may not have changed.
            elsewhere.addAll(Set.of(304, 414, 431));
        } else if (request.route().startsWith("/actuator")) {
            elsewhere.addAll(Set.of(414, 431));
        }
        if (request.bytes().length > LARGEST_BODY) {
            // The first request of a connection asks for HTTP/2, and is read whole before anybody looks where it goes.
            elsewhere.add(413);
        }
        return elsewhere;
    }
}
