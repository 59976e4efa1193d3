package io.judgeflow.localjudge.judging;

import io.judgeflow.localjudge.submission.Submission;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the callback address of a submission that it is finished. Judge0 1.13.1: a PUT of the default fields in base64,
 * 5 s to answer; any answer ends it, network failures are tried three times in all, and an address that makes no sense
 * is dropped. Judge0 keeps the worker waiting; here only the number of callbacks under way is bounded.
 */
final class Callbacks implements Consumer<Submission>, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Callbacks.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int TRIES = 3;
    private static final int MAX_UNDER_WAY = 256;

    private final CallbackBody body;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(TIMEOUT)
            .build();
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore room = new Semaphore(MAX_UNDER_WAY);

    /** @param body what to send */
    Callbacks(CallbackBody body) {
        this.body = body;
    }

    /** Waits only while too many are under way. */
    @Override
    public void accept(Submission submission) {
        var url = submission.task().extras().callbackUrl();
        if (url == null || url.isBlank()) {
            return;
        }
        try {
            var request = request(url, body.of(submission));
            room.acquire();
            calls.execute(() -> call(request));
        } catch (IllegalArgumentException senseless) {
            log.debug("Not an address to call back", senseless);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        calls.shutdownNow();
        client.shutdownNow();
    }

    private static HttpRequest request(String url, byte[] body) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Ruby")
                .PUT(BodyPublishers.ofByteArray(body))
                .build();
    }

    private void call(HttpRequest request) {
        try {
            for (int attempt = 1; attempt <= TRIES && !delivered(request); attempt++) {
                log.debug("Callback attempt {} failed", attempt);
            }
        } finally {
            room.release();
        }
    }

    private boolean delivered(HttpRequest request) {
        try {
            client.send(request, BodyHandlers.discarding());
            return true;
        } catch (IOException failed) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
