package io.judgeflow.judge0;

import io.judgeflow.contracts.language.Language;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Counts and times the calls to one instance: timer {@code judgeflow.judge0.calls} with tags {@code instance}, {@code
 * call} (submit, ask, languages) and {@code outcome}; summary {@code judgeflow.judge0.batch} with the runs or tokens
 * per call.
 */
final class MeteredJudge0 implements Judge0 {

    private final Judge0 judge0;
    private final MeterRegistry meters;

    MeteredJudge0(Judge0 judge0, MeterRegistry meters) {
        this.judge0 = judge0;
        this.meters = meters;
    }

    @Override
    public String instance() {
        return judge0.instance();
    }

    @Override
    public Mono<List<Submitted>> submit(List<Run> runs) {
        return metered("submit", runs.size(), judge0.submit(runs));
    }

    @Override
    public Mono<List<Report>> ask(List<String> tokens) {
        return metered("ask", tokens.size(), judge0.ask(tokens));
    }

    @Override
    public Mono<List<Language>> languages() {
        return metered("languages", 1, judge0.languages());
    }

    @Override
    public Mono<Capabilities> capabilities() {
        return judge0.capabilities();
    }

    private <T> Mono<T> metered(String call, int size, Mono<T> work) {
        return Mono.defer(() -> {
            batch(call).record(size);
            var sample = Timer.start(meters);
            return work.doOnSuccess(done -> sample.stop(timer(call, "ok")))
                    .doOnError(failed -> sample.stop(timer(call, outcome(failed))))
                    .doOnCancel(() -> sample.stop(timer(call, "cancelled")));
        });
    }

    private DistributionSummary batch(String call) {
        return DistributionSummary.builder("judgeflow.judge0.batch")
                .description("runs or tokens per call to Judge0")
                .tag("instance", instance())
                .tag("call", call)
                .register(meters);
    }

    private Timer timer(String call, String outcome) {
        return Timer.builder("judgeflow.judge0.calls")
                .description("calls to Judge0")
                .tag("instance", instance())
                .tag("call", call)
                .tag("outcome", outcome)
                .register(meters);
    }

    private static String outcome(Throwable thrown) {
        if (!(thrown instanceof Judge0Failure failure)) {
            return "bug";
        }
        return switch (failure) {
            case Judge0Failure.Busy busy -> busy.rateLimited() ? "rate_limited" : "busy";
            case Judge0Failure.Broken broken -> "broken";
            case Judge0Failure.Unreachable unreachable -> "unreachable";
            case Judge0Failure.Open open -> "open";
            case Judge0Failure.Denied denied -> "denied";
            case Judge0Failure.Refused refused -> "refused";
            case Judge0Failure.NoInstance none -> "no_instance";
        };
    }
}
