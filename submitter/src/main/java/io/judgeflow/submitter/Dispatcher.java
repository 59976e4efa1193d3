package io.judgeflow.submitter;

import io.judgeflow.judge0.Judge0;
import io.judgeflow.judge0.Judge0Failure;
import io.judgeflow.judge0.Judge0Fleet;
import io.judgeflow.judge0.Placement;
import io.judgeflow.judge0.Run;
import io.judgeflow.judge0.Submitted;
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
    private final DeferralPolicy policy;
    private final Clock clock;

    Dispatcher(Judge0Fleet fleet, KnownLanguages languages, DeferralPolicy policy, Clock clock) {
        this.fleet = fleet;
        this.languages = languages;
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
        return fleet.place(judge0 -> runs(errand, judge0), errand.avoid())
                .map(placement -> taken(errand, placement))
                .onErrorResume(Judge0Failure.class, why -> Mono.just(List.of(notTaken(errand, why))));
    }

    private List<Run> runs(Errand errand, Judge0 judge0) {
        return languages
                .idOn(judge0.instance(), errand.job().language())
                .map(id -> errand.cases().stream()
                        .map(test -> RunOf.test(errand.job(), test, id))
                        .toList())
                .orElse(List.of());
    }

    private List<DispatchOutcome> taken(Errand errand, Placement placement) {
        announce(errand, placement);
        var tests = new ArrayList<Integer>();
        var tokens = new ArrayList<String>();
        var left = new ArrayList<Integer>();
        var outcomes = new ArrayList<DispatchOutcome>();
        for (int i = 0; i < placement.submitted().size(); i++) {
            var test = errand.tests().get(i);
            switch (placement.submitted().get(i)) {
                case Submitted.Issued issued -> {
                    tests.add(test);
                    tokens.add(issued.token());
                }
                case Submitted.Rejected no -> outcomes.add(refused(errand.only(List.of(test)), placement, no));
                case Submitted.NotTaken notTaken -> left.add(test);
            }
        }
        if (!tests.isEmpty()) {
            outcomes.addFirst(new DispatchOutcome.Issued(errand.only(tests), placement.instance(), tokens));
        }
        if (!left.isEmpty()) {
            outcomes.add(putOff(errand.only(left), null, placement.instance() + " failed within a batch"));
        }
        return outcomes;
    }

    private static void announce(Errand errand, Placement placement) {
        LOG.info(
                "job {}: {} tests, attempt {}, to {}",
                errand.job().jobId(),
                errand.tests().size(),
                errand.attempt(),
                placement.instance());
    }

    private static DispatchOutcome refused(Errand errand, Placement placement, Submitted.Rejected no) {
        return new DispatchOutcome.Refused(errand, placement.instance(), no.message());
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
