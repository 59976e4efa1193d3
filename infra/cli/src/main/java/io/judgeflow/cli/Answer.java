package io.judgeflow.cli;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What the gateway answered. */
record Answer(int status, String body, Duration retryAfter) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);

    static Answer of(HttpResponse<String> response) {
        var seconds = response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Long::parseLong);
        return new Answer(response.statusCode(), response.body(), Duration.ofSeconds(Math.max(1, seconds.orElse(1L))));
    }

    /** Whether the same request may succeed later. */
    boolean busy() {
        return BUSY.contains(status);
    }

    /** The body of a 2xx. */
    String expected() {
        if (status / 100 != 2) {
            throw new Failure(status < 500 ? Exit.REFUSED : Exit.NO_ANSWER, sentences());
        }
        return body;
    }

    /** What a problem document (RFC 9457) says, one sentence a line. */
    String sentences() {
        try {
            var problem = JSON.readTree(body);
            var text = new StringBuilder(problem.path("detail").asString("The gateway answered " + status + "."));
            var errors = problem.path("errors");
            for (int i = 0; errors.size() > 1 && i < errors.size(); i++) {
                var error = errors.get(i);
                text.append("\n  %s %s."
                        .formatted(
                                error.path("field").asString(""),
                                error.path("message").asString("")));
            }
            return text.append(status == 401 ? "\nA key is read from --key-file or $JUDGEFLOW_KEY." : "")
                    .toString();
        } catch (JacksonException e) {
            return "The gateway answered " + status + ".";
        }
    }
}
