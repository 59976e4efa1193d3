package io.judgeflow.judge0;

import io.judgeflow.contracts.language.Language;
import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Hands over single runs of different jobs together, when several wait: one request instead of many. What one of them
 * does to the request it does not do to the others, as a request that fails as a whole is made again in parts.
 */
final class GatheringJudge0 implements Judge0 {

    /** In characters. Twenty of these stay below 1 MB in base64, which is as much as proxies take by default. */
    private static final int HEAVY = 32 * 1024;

    private static final int AT_ONCE = 4;

    private final Judge0 judge0;
    private final Gathering gathering;
    private volatile Capabilities known = Capabilities.DEFAULTS;

    GatheringJudge0(Judge0 judge0) {
        this.judge0 = judge0;
        this.gathering = new Gathering(this::together);
    }

    @Override
    public String instance() {
        return judge0.instance();
    }

    @Override
    public Mono<List<Submitted>> submit(List<Run> runs) {
        return runs.size() == 1 && runs.getFirst().length() <= HEAVY
                ? gathering.add(runs.getFirst()).map(List::of)
                : judge0.submit(runs);
    }

    @Override
    public Mono<List<Report>> ask(List<String> tokens) {
        return judge0.ask(tokens);
    }

    @Override
    public Mono<List<Language>> languages() {
        return judge0.languages();
    }

    @Override
    public Mono<Capabilities> capabilities() {
        return judge0.capabilities();
    }

    /** One outcome per run, in order. Never fails. */
    private Mono<List<Submitted>> together(List<Run> runs) {
        if (runs.size() == 1) {
            return whole(runs).onErrorResume(Judge0Failure.class, why -> Mono.just(none(runs, why)));
        }
        // Read beside the work: an instance that is away should fail once, not twice.
        judge0.capabilities().subscribe(told -> known = told);
        return Flux.fromIterable(runs)
                .buffer(known.runsPerRequest())
                .flatMapSequential(this::isolated, AT_ONCE)
                .flatMapIterable(some -> some)
                .collectList();
    }

    private Mono<List<Submitted>> isolated(List<Run> runs) {
        return whole(runs).onErrorResume(Judge0Failure.class, why -> inParts(runs, why));
    }

    private Mono<List<Submitted>> whole(List<Run> runs) {
        return Mono.defer(() -> judge0.submit(runs));
    }

    private Mono<List<Submitted>> inParts(List<Run> runs, Judge0Failure why) {
        if (runs.size() == 1) {
            return Mono.just(none(runs, why));
        }
        return switch (why) {
            // Judge0 1.13.1: an element that it cannot digest is a 500 for all, and a 4xx may be one element's too.
            case Judge0Failure.Refused refused -> oneByOne(runs);
            case Judge0Failure.Broken broken -> oneByOne(runs);
            case Judge0Failure.Busy busy -> busy.rateLimited() ? Mono.just(none(runs, busy)) : byHalves(runs);
            // It may have taken them all, or nobody answers: not for us to try again.
            case Judge0Failure.Unreachable unreachable -> Mono.just(none(runs, unreachable));
            case Judge0Failure.Denied denied -> Mono.just(none(runs, denied));
            case Judge0Failure.Open open -> Mono.just(none(runs, open));
            case Judge0Failure.NoInstance nobody -> Mono.just(none(runs, nobody));
        };
    }

    private Mono<List<Submitted>> oneByOne(List<Run> runs) {
        return Flux.fromIterable(runs)
                .flatMapSequential(run -> isolated(List.of(run)), AT_ONCE)
                .flatMapIterable(one -> one)
                .collectList();
    }

    /** Judge0 1.13.1 refuses a batch for which its queue has not room enough; a smaller one may still fit. */
    private Mono<List<Submitted>> byHalves(List<Run> runs) {
        var half = runs.subList(0, runs.size() / 2);
        var rest = runs.subList(runs.size() / 2, runs.size());
        return isolated(half)
                .flatMap(first -> (first.getLast() instanceof Submitted.NotTaken full
                                ? Mono.just(none(rest, full.why()))
                                : isolated(rest))
                        .map(second ->
                                Stream.concat(first.stream(), second.stream()).toList()));
    }

    private static List<Submitted> none(List<Run> runs, Judge0Failure why) {
        return runs.stream().<Submitted>map(run -> new Submitted.NotTaken(why)).toList();
    }
}
