package io.judgeflow.judge0;

import io.judgeflow.contracts.language.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Judge0 over HTTP (1.13.1 and compatible). Texts always travel as base64, because Judge0 1.13.1 fails on every byte
 * above 0x7F otherwise; on the way back, bytes that are not UTF-8 are replaced by U+FFFD. Reads use the batch call even
 * for one token: the single one is answered from a cache that is up to a second old.
 */
final class HttpJudge0 implements Judge0 {

    /** Judge0's server takes 10 KB of query (Puma's limit), which is 270 tokens. */
    private static final int TOKENS_PER_REQUEST = 200;

    private static final int REQUESTS_AT_ONCE = 4;

    /** Judge0 1.13.1 knows by this name that a submission is an archive of files, and refuses one that is a source text. */
    private static final String PROJECT = "Multi-file program";

    private final String name;
    private final Endpoint endpoint;
    private final KnownLimits limits;
    private final SubmitCalls submits;
    private final AskCalls asks;

    HttpJudge0(String name, Endpoint endpoint, int outputLimit) {
        this.name = name;
        this.endpoint = endpoint;
        this.limits = new KnownLimits(endpoint);
        this.submits = new SubmitCalls(endpoint);
        this.asks = new AskCalls(endpoint, outputLimit);
    }

    @Override
    public String instance() {
        return name;
    }

    @Override
    public Mono<List<Submitted>> submit(List<Run> runs) {
        if (runs.isEmpty()) {
            return Mono.just(List.of());
        }
        // The most frequent call needs no limits: one run that wants no callback.
        return runs.size() == 1 && runs.getFirst().callbackUrl() == null
                ? submits.submit(runs, Capabilities.DEFAULTS)
                : limits.within(known -> inRequests(List.copyOf(runs), known));
    }

    @Override
    public Mono<List<Report>> ask(List<String> tokens) {
        if (tokens.isEmpty()) {
            return Mono.just(List.of());
        }
        var all = List.copyOf(tokens);
        return limits.within(known -> Flux.fromIterable(all)
                .buffer(known.batching() ? Math.min(known.maxBatchSize(), TOKENS_PER_REQUEST) : 1)
                .flatMapSequential(
                        some -> known.batching() ? asks.batch(some) : asks.single(some.getFirst()), REQUESTS_AT_ONCE)
                .collect(ArrayList::new, List::addAll));
    }

    @Override
    public Mono<List<Language>> languages() {
        return endpoint.get("/languages")
                .map(answer -> Arrays.stream(answer.read(Language[].class))
                        .filter(language -> !language.name().equals(PROJECT))
                        .toList());
    }

    @Override
    public Mono<Capabilities> capabilities() {
        return limits.now();
    }

    private Mono<List<Submitted>> inRequests(List<Run> runs, Capabilities known) {
        var fit = Math.min(runs.size(), known.runsPerRequest());
        var first = submits.submit(runs.subList(0, fit), known);
        return fit == runs.size()
                ? first
                : first.flatMap(taken -> rest(runs.subList(fit, runs.size()), known)
                        .map(others ->
                                Stream.concat(taken.stream(), others.stream()).toList()));
    }

    /** Once runs were taken their tokens must not be lost to a failure of those behind them. */
    private Mono<List<Submitted>> rest(List<Run> runs, Capabilities known) {
        return inRequests(runs, known)
                .onErrorResume(
                        Judge0Failure.class,
                        why -> Mono.just(runs.stream()
                                .<Submitted>map(run -> new Submitted.NotTaken(why))
                                .toList()));
    }
}
