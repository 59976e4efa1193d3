package io.judgeflow.judge0;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Whether an instance takes our credentials, as its last answer showed; a change is logged once. May be used from any thread. */
final class Credentials {

    private static final Logger log = LoggerFactory.getLogger(Credentials.class);

    private final String instance;
    private final Clock clock;
    private final AtomicReference<@Nullable Denial> denial = new AtomicReference<>();

    Credentials(String instance, Clock clock) {
        this.instance = instance;
        this.clock = clock;
    }

    /** Since when it refuses them, and how it said so first. */
    record Denial(Instant since, Judge0Failure.Denied why) {}

    /** Null when it takes them, or has not been asked yet. */
    @Nullable
    Denial denial() {
        return denial.get();
    }

    /** The same call, of which note is taken. */
    <T> Mono<T> watch(Mono<T> call) {
        return call.doOnNext(answer -> taken()).doOnError(Judge0Failure.Denied.class, this::refused);
    }

    private void refused(Judge0Failure.Denied why) {
        if (denial.compareAndSet(null, new Denial(clock.instant(), why))) {
            log.warn("Judge0 {}: {}; check JUDGE0_AUTH_TOKEN", instance, why.getMessage());
        }
    }

    private void taken() {
        if (denial.get() != null && denial.getAndSet(null) != null) {
            log.info("Judge0 {}: takes our credentials now", instance);
        }
    }
}
