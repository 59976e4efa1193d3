package io.judgeflow.judge0;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** An instance within the fleet: knows what is under way, and leaves it alone for a while when it was busy. */
final class Member {

    private static final Logger log = LoggerFactory.getLogger(Member.class);

    private final Judge0 judge0;
    private final Supplier<CircuitBreaker.State> breaker;
    private final Credentials credentials;
    private final Duration busyFor;
    private final Conduct conduct;
    private final Clock clock;
    private final Counter placed;
    private final AtomicInteger underWay = new AtomicInteger();

    /** By whether it is a rate limit: one does not end because the other does. */
    private final Map<Boolean, Rest> rests = new ConcurrentHashMap<>();

    Member(
            Judge0 judge0,
            Supplier<CircuitBreaker.State> breaker,
            Credentials credentials,
            Judge0Settings settings,
            Clock clock,
            MeterRegistry meters) {
        this.judge0 = judge0;
        this.breaker = breaker;
        this.credentials = credentials;
        this.busyFor = settings.busyFor();
        this.conduct = new Conduct(settings.ejection());
        this.clock = clock;
        this.placed = Counter.builder("judgeflow.judge0.placed")
                .description("runs that an instance took")
                .tag("instance", judge0.instance())
                .register(meters);
        Gauge.builder("judgeflow.judge0.ejected", this, member -> member.ejected() ? 1 : 0)
                .description("1 while an instance is tried last, as it failed runs that it had taken")
                .tag("instance", judge0.instance())
                .register(meters);
    }

    Judge0 judge0() {
        return judge0;
    }

    boolean is(@Nullable String instance) {
        return judge0.instance().equals(instance);
    }

    int underWay() {
        return underWay.get();
    }

    /** Null when it takes our credentials. */
    Credentials.@Nullable Denial denial() {
        return credentials.denial();
    }

    boolean ejected() {
        return conduct.ejectedUntil(clock.instant()) != null;
    }

    /** It failed a run that it had taken. */
    void failed() {
        if (conduct.failed(clock.instant())) {
            log.warn("Judge0 {}: fails what it takes, asked last for a while", judge0.instance());
        }
    }

    Standing standing() {
        var now = clock.instant();
        var denial = denial();
        return new Standing(
                judge0.instance(),
                breaker.get(),
                rests.values().stream()
                        .map(Rest::until)
                        .filter(until -> until.isAfter(now))
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                denial == null ? null : denial.since(),
                conduct.ejectedUntil(now));
    }

    /** Submits, unless the instance said only just now that it is busy: then fails with what it said. */
    Mono<Placement> submit(List<Run> runs) {
        return Mono.defer(() -> {
            var now = clock.instant();
            var resting = resting(now);
            if (resting != null) {
                return Mono.error(resting.failure(now));
            }
            underWay.incrementAndGet();
            return judge0.submit(runs)
                    .doOnError(Judge0Failure.Busy.class, this::leaveAlone)
                    .doFinally(end -> underWay.decrementAndGet())
                    .map(this::placement);
        });
    }

    private Placement placement(List<Submitted> submitted) {
        var issued =
                submitted.stream().filter(Submitted.Issued.class::isInstance).count();
        placed.increment((double) issued);
        conduct.placed(issued, clock.instant());
        if (submitted.getLast() instanceof Submitted.NotTaken last && last.why() instanceof Judge0Failure.Busy busy) {
            leaveAlone(busy);
        }
        return new Placement(judge0.instance(), submitted);
    }

    private void leaveAlone(Judge0Failure.Busy busy) {
        var asked = busy.retryAfter();
        var until = clock.instant().plus(asked == null ? busyFor : asked);
        rests.merge(busy.rateLimited(), new Rest(until, busy), Rest::longer);
    }

    /** A rate limit comes first: while it holds, no other instance is to be asked either. */
    private @Nullable Rest resting(Instant now) {
        for (var rateLimited : List.of(true, false)) {
            var rest = rests.get(rateLimited);
            if (rest != null && rest.until().isAfter(now)) {
                return rest;
            }
        }
        return null;
    }

    private record Rest(Instant until, Judge0Failure.Busy said) {
        Rest longer(Rest other) {
            return other.until.isBefore(until) ? this : other;
        }

        Judge0Failure failure(Instant now) {
            var left = said.retryAfter() == null ? null : Duration.between(now, until);
            return new Judge0Failure.Busy(String.valueOf(said.getMessage()), said.rateLimited(), left);
        }
    }
}
