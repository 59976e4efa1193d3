package io.judgeflow.submitter;

import io.judgeflow.judge0.Judge0;
import io.judgeflow.judge0.Judge0Fleet;
import io.judgeflow.judge0.Run;
import io.judgeflow.judge0.callback.CallbackUrls;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A run for nothing but its callback, which comes whatever becomes of the program. */
@Component
final class TrialRun {

    private static final Logger LOG = LoggerFactory.getLogger(TrialRun.class);
    private static final String PROGRAM = "0";
    private static final double SECONDS = 1;

    private final Judge0Fleet fleet;
    private final KnownLanguages languages;
    private final CallbackUrls urls;

    TrialRun(Judge0Fleet fleet, KnownLanguages languages, CallbackUrls urls) {
        this.fleet = fleet;
        this.languages = languages;
        this.urls = urls;
    }

    Flux<String> instances() {
        return Flux.fromStream(fleet.instances().stream().map(Judge0::instance));
    }

    /** False when there is nothing to run it with yet, or nobody to take it now. Never fails. */
    Mono<Boolean> on(String instance, UUID trial) {
        return Mono.justOrEmpty(fleet.byName(instance))
                .flatMap(judge0 -> Mono.justOrEmpty(run(instance, trial)).flatMap(run -> judge0.submit(List.of(run))))
                .hasElement()
                .onErrorResume(why -> {
                    LOG.debug("{} takes no trial of its callbacks: {}", instance, why.getMessage());
                    return Mono.just(false);
                });
    }

    private Optional<Run> run(String instance, UUID trial) {
        return Stream.of("python", "javascript", "bash", "c", "java")
                .flatMap(language -> languages.idOn(instance, language).stream())
                .findFirst()
                .map(id -> new Run(id, PROGRAM, null, null, SECONDS, null, null, urls.ofTrial(trial, instance), false));
    }
}
