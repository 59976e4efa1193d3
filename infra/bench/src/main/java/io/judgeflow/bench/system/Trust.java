package io.judgeflow.bench.system;

import io.judgeflow.testkit.process.Patience;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Pattern;

/** Whether a submitter relies on callbacks, which it tries first. */
final class Trust {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Pattern TRUSTED = Pattern.compile("judgeflow_callback_trusted(\\{[^}]*})? 1");

    private Trust() {}

    /** Returns when it does. */
    static void await(URI submitter) {
        var metrics = HttpRequest.newBuilder(submitter.resolve("/actuator/prometheus"))
                .timeout(ANSWER)
                .build();
        try (var http = HttpClient.newHttpClient()) {
            if (!Patience.until(() -> isTrusted(http, metrics), PATIENCE)) {
                throw new IllegalStateException("callbacks do not arrive");
            }
        }
    }

    private static boolean isTrusted(HttpClient http, HttpRequest metrics) {
        try {
            return TRUSTED.matcher(http.send(metrics, BodyHandlers.ofString()).body())
                    .find();
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
