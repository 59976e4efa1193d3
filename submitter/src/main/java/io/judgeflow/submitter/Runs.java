package io.judgeflow.submitter;

import io.judgeflow.contracts.job.Attempt;
import io.judgeflow.judge0.Run;
import io.judgeflow.judge0.callback.CallbackUrls;
import io.judgeflow.telemetry.trace.TraceParent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tests of an errand as an instance wants them. */
@Component
final class Runs {

    private final KnownLanguages languages;
    private final CallbackUrls urls;
    private final TrustedCallbacks callbacks;

    Runs(KnownLanguages languages, CallbackUrls urls, TrustedCallbacks callbacks) {
        this.languages = languages;
        this.urls = urls;
        this.callbacks = callbacks;
    }

    /**
     * In the order of the errand's tests; none when the instance lacks the language.
     *
     * @param trace that the job belongs to; null for none
     */
    List<Run> on(String instance, Errand errand, @Nullable TraceParent trace) {
        return languages
                .idOn(instance, errand.job().language())
                .map(id -> errand.tests().stream()
                        .map(test -> run(errand, test, id).withCallbackUrl(callbackUrl(errand, test, instance, trace)))
                        .toList())
                .orElse(List.of());
    }

    /** Null where callbacks have not been seen to arrive: Judge0 1.13.1 keeps a worker waiting for each that does not. */
    private @Nullable String callbackUrl(Errand errand, int test, String instance, @Nullable TraceParent trace) {
        return callbacks.from(instance)
                ? urls.of(
                        new Attempt(errand.job().jobId(), test, errand.attempt(), instance),
                        errand.origin().partition(),
                        trace == null ? null : trace.value())
                : null;
    }

    private static Run run(Errand errand, int position, int languageId) {
        var job = errand.job();
        var test = job.tests().get(position);
        return new Run(
                languageId,
                job.code(),
                test.stdin(),
                test.expectedOutput(),
                job.limits().cpuTime(),
                job.limits().wallTime(),
                job.limits().memory(),
                null,
                false);
    }
}
