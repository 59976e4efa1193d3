package io.judgeflow.submitter;

import io.judgeflow.judge0.Judge0Failure;
import io.judgeflow.judge0.Judge0Fleet;
import io.judgeflow.judge0.Placement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds an instance for an errand and says what became of it; the fleet does the falling back. */
@Component
final class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Judge0Fleet fleet;
    private final KnownLanguages languages;
    private final Runs runs;
    private final DeferralPolicy policy;
    private final Clock clock;

    Dispatcher(Judge0Fleet fleet, KnownLanguages languages, Runs runs, DeferralPolicy policy, Clock clock) {
        this.fleet = fleet;
        this.languages = languages;
        this.runs = runs;
        this.policy = policy;
        this.clock = clock;
    }

    /** One outcome, or several when an instance took only some of the tests. Never fails. */
    Mono<List<DispatchOutcome>> dispatch(Errand errand) {
        if (languages.nobodyHas(errand.job().language())) {
            return Mono.just(List.of(new DispatchOutcome.Refused(
                    errand,
                    null,
                    "no Judge0 instance offers the language " + errand.job().language())));
        }
        return fleet.place(judge0 -> runs.on(judge0.instance(), errand), errand.avoid())
                .map(placement -> taken(errand, placement))
                .onErrorResume(Judge0Failure.class, why -> Mono.just(List.of(notTaken(errand, why))));
    }

    private List<DispatchOutcome> taken(Errand errand, Placement placement) {
        LOG.info(
                "job {}: {} tests, attempt {}, to {}",
                errand.job().jobId(),
                errand.tests().size(),
                errand.attempt(),
                placement.instance());
        var shares = Shares.of(errand, placement);
        var outcomes = new ArrayList<DispatchOutcome>(shares.refused());
        shares.issued().ifPresent(outcomes::addFirst);
        shares.left()
                .map(left -> putOff(left, null, placement.instance() + " failed within a batch"))
                .ifPresent(outcomes::add);
        return outcomes;
    }

    private DispatchOutcome notTaken(Errand errand, Judge0Failure why) {
        return switch (why) {
            case Judge0Failure.Refused refused ->
                new DispatchOutcome.Refused(errand, null, String.valueOf(refused.getMessage()));
            case Judge0Failure.Busy busy -> putOff(errand, busy.retryAfter(), String.valueOf(busy.getMessage()));
            case Judge0Failure.Broken broken -> putOff(errand, null, String.valueOf(broken.getMessage()));
            case Judge0Failure.Unreachable gone -> putOff(errand, null, String.valueOf(gone.getMessage()));
            case Judge0Failure.Open open -> putOff(errand, null, String.valueOf(open.getMessage()));
            case Judge0Failure.NoInstance none -> putOff(errand, null, String.valueOf(none.getMessage()));
        };
    }

    private DispatchOutcome putOff(Errand errand, @Nullable Duration retryAfter, String reason) {
        return policy.putOff(errand, retryAfter, reason, clock.instant());
    }
}
