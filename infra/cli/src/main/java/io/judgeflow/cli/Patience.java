package io.judgeflow.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;

/** How long the user waits in all, and what is waited out on the way. */
final class Patience {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final URI gateway;
    private final Duration whole;
    private final long end;
    private final Consumer<String> notes;
    private boolean reached;
    private String said = "";

    /** @param notes is told why it takes longer */
    Patience(URI gateway, Duration whole, Consumer<String> notes) {
        this.gateway = gateway;
        this.whole = whole;
        this.end = System.nanoTime() + whole.toNanos();
        this.notes = notes;
    }

    /** What is left; there is always something. */
    Duration left() {
        var left = Duration.ofNanos(end - System.nanoTime());
        if (!left.isPositive()) {
            throw over("Not done");
        }
        return left;
    }

    /** The answer, if it comes in time. */
    <T> T await(CompletableFuture<T> answer) throws IOException {
        try {
            var value = answer.get(left().toNanos(), TimeUnit.NANOSECONDS);
            reached = true;
            return value;
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw over("No answer");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failed ? failed : new IOException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits as long as a gateway that cannot answer now asks for. */
    void outlast(Answer answer) {
        pause(answer.retryAfter(), answer.sentences());
    }

    /** Waits for a connection to be possible again. Where none ever was, the address is rather wrong. */
    void outlast(IOException failed) {
        if (!isNoConnection(failed)) {
            reached = true;
            pause(PAUSE, "The connection to " + gateway + " broke.");
            return;
        }
        var reason = failed.getMessage() == null ? "" : " (" + failed.getMessage() + ")";
        var sentence = "The gateway cannot be reached at " + gateway + reason + ".";
        if (!reached) {
            throw new Failure(Exit.NO_ANSWER, sentence);
        }
        pause(PAUSE, sentence);
    }

    private static boolean isNoConnection(IOException failed) {
        return failed instanceof ConnectException
                || failed instanceof HttpConnectTimeoutException
                || failed instanceof SSLException;
    }

    private void pause(Duration time, String why) {
        if (left().compareTo(time) <= 0) {
            throw new Failure(
                    Exit.NO_ANSWER, why + " " + over("Not tried again").sentences());
        }
        if (!why.equals(said)) {
            notes.accept(why + " Trying again in " + seconds(time) + ".");
            said = why;
        }
        pause(time);
    }

    /** Waits; the end of the JVM does not wait for it. */
    void pause(Duration time) {
        try {
            var elapsed =
                    !new CountDownLatch(1).await(Math.min(time.toNanos(), left().toNanos()), TimeUnit.NANOSECONDS);
            assert elapsed;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Failure over(String what) {
        return new Failure(Exit.NO_ANSWER, what + " within " + seconds(whole) + " (--timeout).");
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
