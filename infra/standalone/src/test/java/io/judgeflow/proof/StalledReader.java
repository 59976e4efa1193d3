package io.judgeflow.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.RunOutput;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.function.Function;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** A client that opens a stream and reads nothing of it, though its job has more and more to say. */
final class StalledReader implements AutoCloseable {

    private static final Duration BETWEEN_CHANGES = Duration.ofMillis(50);
    private static final RunOutput MUCH = new RunOutput("x".repeat(100_000), null, null, null, null, null);

    private final JobResult first = JobResult.queued(Platform.job("x"));
    private final Socket socket;

    StalledReader(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        var request = "GET /api/stream/" + first.jobId() + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(US_ASCII));
    }

    /** Begins at once; ends when it is disposed of. */
    Disposable tellMore(Function<JobResult, Mono<Void>> publish) {
        return Mono.just(first)
                .expand(state ->
                        publish.apply(state).then(Mono.delay(BETWEEN_CHANGES)).thenReturn(Changes.running(state, MUCH)))
                .then()
                .subscribe();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
