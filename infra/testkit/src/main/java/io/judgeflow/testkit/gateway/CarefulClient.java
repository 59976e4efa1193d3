package io.judgeflow.testkit.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;

/**
 * A client of several gateways that loses nothing: what one of them does not answer it sends to the next, with the same key,
 * until one says 202. Safe to use from many threads.
 */
public final class CarefulClient implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final List<GatewayClient> gateways;
    private final Duration within;

    /** @param within how long one gateway may take for its answer */
    public CarefulClient(List<URI> gateways, Duration within) {
        this.gateways = gateways.stream().map(GatewayClient::new).toList();
        this.within = within;
    }

    /**
     * Submits, and returns the job's id once a gateway has answered 202.
     *
     * @param first which gateway to ask first
     * @throws UnexpectedAnswer when a gateway says that the submission is wrong
     * @throws IllegalStateException when none has answered 202 after so long
     */
    public String submit(Map<String, ?> body, String key, int first, Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        for (var turn = first; System.nanoTime() < end; turn++) {
            try {
                return gateways.get(turn % gateways.size())
                        .execute(body, key, within)
                        .join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof UnexpectedAnswer answer && !answer.passes()) {
                    throw answer;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
        throw new IllegalStateException("no gateway has taken %s within %s".formatted(key, patience));
    }

    @Override
    public void close() {
        gateways.forEach(GatewayClient::close);
    }
}
