package io.judgeflow.submitter;

import io.judgeflow.contracts.event.InstanceLanguages;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.language.Language;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.judge0.Judge0;
import io.judgeflow.judge0.Judge0Fleet;
import io.judgeflow.kafka.publish.EventPublisher;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks every instance for its languages: soon until it answers, then now and then, as they may change. One that hangs
 * holds up no other. One whose breaker has opened is asked soon as well: it closes by good calls only, and an instance
 * that others stand before may get no other call.
 */
@Component
final class LanguageSurvey implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LanguageSurvey.class);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration REFRESH = Duration.ofMinutes(5);

    private final Judge0Fleet fleet;
    private final KnownLanguages known;
    private final EventPublisher events;
    private final Clock clock;
    private Disposable survey = Disposables.disposed();

    LanguageSurvey(Judge0Fleet fleet, KnownLanguages known, EventPublisher events, Clock clock) {
        this.fleet = fleet;
        this.known = known;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void start() {
        survey = Flux.fromIterable(fleet.instances())
                .flatMap(judge0 -> Mono.defer(() -> round(judge0)).repeat(), Integer.MAX_VALUE)
                .subscribe();
    }

    private Mono<Long> round(Judge0 judge0) {
        return judge0.languages()
                .flatMap(languages -> learn(judge0.instance(), languages))
                .then(Mono.defer(() -> rest(judge0)))
                .onErrorResume(e -> {
                    LOG.debug("{} does not tell its languages: {}", judge0.instance(), e.getMessage());
                    return Mono.delay(SOON);
                });
    }

    private Mono<Long> rest(Judge0 judge0) {
        return Flux.interval(SOON)
                .onBackpressureDrop()
                .filter(tick -> tick >= REFRESH.dividedBy(SOON) || fleet.doubts(judge0.instance()))
                .next();
    }

    private Mono<Void> learn(String instance, List<Language> languages) {
        if (!known.known(instance)) {
            LOG.info("{} offers {} languages", instance, languages.size());
        }
        known.learn(instance, languages);
        return events.publish(
                Topics.LANGUAGES,
                instance,
                new InstanceLanguages(Schema.VERSION, instance, languages, clock.instant()));
    }

    @Override
    public void stop() {
        survey.dispose();
    }

    @Override
    public boolean isRunning() {
        return !survey.isDisposed();
    }
}
