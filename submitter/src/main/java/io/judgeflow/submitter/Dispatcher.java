package io.judgeflow.submitter;

import io.judgeflow.judge0.Judge0Failure;
import io.judgeflow.judge0.Judge0Fleet;
import io.judgeflow.judge0.Placement;
import io.judgeflow.judge0.Submitted;
import io.judgeflow.telemetry.trace.TraceParent;
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
        return Mono.deferContextual(
                        context -> placed(errand, TraceParent.of(context).orElse(null)))
                .map(placement -> taken(errand, placement))
                .onErrorResume(Judge0Failure.class, why -> Mono.just(List.of(notTaken(errand, why))));
    }

    private Mono<Placement> placed(Errand errand, @Nullable TraceParent trace) {
        return fleet.place(judge0 -> runs.on(judge0.instance(), errand, trace), errand.wish());
    }

    private List<DispatchOutcome> taken(Errand errand, Placement placement) {
        LOG.atInfo()
                .addKeyValue("job", errand.job().jobId())
                .addKeyValue("attempt", errand.attempt())
                .addKeyValue("instance", placement.instance())
                .log(
                        "job {}: {} tests, attempt {}, to {}",
                        errand.job().jobId(),
                        errand.tests().size(),
                        errand.attempt(),
                        placement.instance());
        var shares = Shares.of(errand, placement);
        var outcomes = new ArrayList<DispatchOutcome>(shares.refused());
        shares.issued().ifPresent(outcomes::addFirst);
        shares.left().map(left -> notTaken(left, placement)).ifPresent(outcomes::add);
        return outcomes;
    }

    /** The first part of a batch was taken; what kept the rest from it is what became of the last. */
    private DispatchOutcome notTaken(Errand left, Placement placement) {
        var busy = placement.submitted().getLast() instanceof Submitted.NotTaken last
                        && last.why() instanceof Judge0Failure.Busy said
                        && said.rateLimited()
                ? said
                : null;
        return busy == null
                ? putOff(left.keptTo(null), null, placement.instance() + " failed within a batch")
                : putOff(left.keptTo(placement.instance()), busy.retryAfter(), String.valueOf(busy.getMessage()));
    }

    private DispatchOutcome notTaken(Errand errand, Judge0Failure why) {
        var anywhere = errand.keptTo(null);
        var reason = String.valueOf(why.getMessage());
        return switch (why) {
            case Judge0Failure.Refused refused -> new DispatchOutcome.Refused(errand, null, reason);
            case Judge0Failure.Busy busy -> putOff(errand.keptTo(busy.instance()), busy.retryAfter(), reason);
            case Judge0Failure.Denied denied -> putOff(anywhere, null, reason);
            case Judge0Failure.Broken broken -> putOff(anywhere, null, reason);
            case Judge0Failure.Unreachable gone -> putOff(anywhere, null, reason);
            case Judge0Failure.Open open -> putOff(anywhere, null, reason);
            case Judge0Failure.NoInstance none -> putOff(anywhere, null, reason);
        };
    }

    private DispatchOutcome putOff(Errand errand, @Nullable Duration retryAfter, String reason) {
        return policy.putOff(errand, retryAfter, reason, clock.instant());
    }
}
