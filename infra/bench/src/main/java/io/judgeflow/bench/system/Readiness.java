package io.judgeflow.bench.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Waits for a service. */
final class Readiness {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern TRUSTED = Pattern.compile("judgeflow_callback_trusted(\\{[^}]*})? 1");

    private Readiness() {}

    /** Returns when it says that it is ready. */
    static void await(URI service) {
        await(service.resolve("/actuator/health"), answer -> true);
    }

    /** Returns when a submitter relies on callbacks. */
    static void awaitTrust(URI submitter) {
        await(
                submitter.resolve("/actuator/prometheus"),
                answer -> TRUSTED.matcher(answer).find());
    }

    private static void await(URI address, Predicate<String> wanted) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            while (!answers(http, address, wanted)) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException(address + " is not ready after " + PATIENCE);
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    private static boolean answers(HttpClient http, URI address, Predicate<String> wanted) {
        try {
            var request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            return answer.statusCode() == 200 && wanted.test(answer.body());
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
