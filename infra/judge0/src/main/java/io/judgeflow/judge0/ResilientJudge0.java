package io.judgeflow.judge0;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.judgeflow.contracts.language.Language;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Stops asking an instance that keeps failing. The timeout of a call is inside, in {@link Endpoint}: a timeout around
 * the breaker would only cancel the call, which a breaker does not count, and a black hole would never open it.
 */
final class ResilientJudge0 implements Judge0 {

    private final Judge0 judge0;
    private final CircuitBreaker breaker;
    private final Credentials credentials;

    ResilientJudge0(Judge0 judge0, CircuitBreaker breaker, Credentials credentials) {
        this.judge0 = judge0;
        this.breaker = breaker;
        this.credentials = credentials;
    }

    @Override
    public String instance() {
        return judge0.instance();
    }

    @Override
    public Mono<List<Submitted>> submit(List<Run> runs) {
        return guard(judge0.submit(runs));
    }

    @Override
    public Mono<List<Report>> ask(List<String> tokens) {
        return guard(judge0.ask(tokens));
    }

    @Override
    public Mono<List<Language>> languages() {
        return guard(judge0.languages());
    }

    /** Outside the breaker, as it never fails; an open breaker still saves the wait for an answer. */
    @Override
    public Mono<Capabilities> capabilities() {
        return Mono.defer(() -> breaker.getState() == CircuitBreaker.State.OPEN
                ? Mono.just(Capabilities.DEFAULTS)
                : judge0.capabilities());
    }

    private <T> Mono<T> guard(Mono<T> call) {
        return credentials
                .watch(call)
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .onErrorMap(CallNotPermittedException.class, open -> notAsked());
    }

    private Judge0Failure.Open notAsked() {
        var denial = credentials.denial();
        return new Judge0Failure.Open("not asked, as it "
                + (denial == null ? "kept failing before" : denial.why().getMessage()));
    }
}
