package io.judgeflow.cli;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What Ctrl-C does while a job is under way: nobody waits for it any more, so it need not run. */
final class Interruption implements AutoCloseable {

    private static final Duration ANSWER = Duration.ofSeconds(3);
    private static final Duration CANCELLATION = Duration.ofSeconds(5);

    private final CompletableFuture<String> job = new CompletableFuture<>();
    private final Gateway gateway;
    private final Screen screen;
    private final Thread hook = new Thread(this::cancel, "interruption");

    private Interruption(Gateway gateway, Screen screen) {
        this.gateway = gateway;
        this.screen = screen;
    }

    /** From now on until it is closed. */
    static Interruption cancels(Gateway gateway, Screen screen) {
        var interruption = new Interruption(gateway, screen);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Says which job it is, which the gateway tells only after it has taken it. */
    void stops(String id) {
        job.complete(id);
    }

    private void cancel() {
        try {
            var id = job.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
            var state = gateway.within(CANCELLATION).cancel(id);
            screen.warn("The job " + id + (state.ended() ? " is cancelled." : " is being cancelled."));
        } catch (Failure failure) {
            screen.warn("The job could not be cancelled: " + failure.sentences());
        } catch (TimeoutException | ExecutionException e) {
            screen.warn("The gateway had not answered yet: if it took the job, that runs on.");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It runs, and says itself what became of the job.
        }
    }
}
