package io.judgeflow.localjudge.judging;

import io.judgeflow.localjudge.language.Languages;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Mono;

/** The languages, once they are known: a few seconds after the start. */
public final class Catalogue {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CompletableFuture<Languages> survey;

    Catalogue(CompletableFuture<Languages> survey) {
        this.survey = survey;
    }

    /** Waits for the survey, but fails with a timeout after a minute. */
    public Mono<Languages> languages() {
        return Mono.fromFuture(survey, true).timeout(PATIENCE);
    }
}
