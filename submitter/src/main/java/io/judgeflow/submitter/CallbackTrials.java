package io.judgeflow.submitter;

import io.judgeflow.judge0.callback.CallbackUrls;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/**
 * Tries every instance's callbacks, now and then: a run of ours, from here over the instance's worker and a poller into
 * a topic and back to here. Each submitter relies only on what it has tried itself, as it alone knows the address that
 * it gives out.
 */
@Component
final class CallbackTrials implements SmartLifecycle {

    private static final Duration SOON = Duration.ofMillis(500);

    private final CallbackUrls urls;
    private final TrialRun run;
    private final HeardCallbacks heard;
    private final TrustedCallbacks callbacks;
    private final TrialSettings settings;
    private Disposable trials = Disposables.disposed();

    CallbackTrials(
            CallbackUrls urls, TrialRun run, HeardCallbacks heard, TrustedCallbacks callbacks, TrialSettings settings) {
        this.urls = urls;
        this.run = run;
        this.heard = heard;
        this.callbacks = callbacks;
        this.settings = settings;
    }

    @Override
    public void start() {
        if (urls.enabled()) {
            heard.start();
            trials = run.instances()
                    .flatMap(instance -> Mono.defer(() -> trial(instance)).repeat(), Integer.MAX_VALUE)
                    .subscribe();
        }
    }

    private Mono<Void> trial(String instance) {
        if (!heard.following()) {
            return Mono.delay(SOON).then();
        }
        var id = UUID.randomUUID();
        callbacks.begin(instance, id);
        return run.on(instance, id)
                .flatMap(sent -> sent ? arrival(instance) : Mono.delay(SOON).then());
    }

    private Mono<Void> arrival(String instance) {
        return Mono.delay(settings.patience())
                .doOnNext(late -> callbacks.due(instance, urls.base()))
                .then(Mono.delay(settings.every().minus(settings.patience())))
                .doOnNext(over -> callbacks.end(instance))
                .then();
    }

    @Override
    public void stop() {
        trials.dispose();
        heard.stop();
    }

    @Override
    public boolean isRunning() {
        return !trials.isDisposed();
    }
}
