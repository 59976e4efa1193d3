package io.judgeflow.judge0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.judgeflow.contracts.language.Language;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Answers to calls that were under way at the same time, in whatever order they come. */
class MemberTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration BRIEF = Duration.ofSeconds(7);

    private final Pending judge0 = new Pending();
    private final Member member = new Member(
            judge0,
            () -> CircuitBreaker.State.CLOSED,
            new Credentials("one:2358", Clock.systemUTC()),
            Judge0Settings.of(List.of(URI.create("http://one:2358"))).withBusyFor(BRIEF),
            Clock.fixed(NOW, ZoneOffset.UTC),
            new SimpleMeterRegistry());

    @Test
    void aFullQueueDoesNotEndARateLimit() {
        answer(tooManyRequests(LONG), queueFull(null));

        var busy = refusal();

        assertThat(busy.rateLimited()).isTrue();
        assertThat(busy.retryAfter()).isEqualTo(LONG);
        assertThat(member.standing().busyUntil()).isEqualTo(NOW.plus(LONG));
    }

    @Test
    void aShorterRestDoesNotEndALongerOne() {
        answer(tooManyRequests(LONG), tooManyRequests(BRIEF));

        assertThat(refusal().retryAfter()).isEqualTo(LONG);
    }

    @Test
    void aRateLimitHoldsNoLongerThanItSaidWhenTheQueueIsFullForLonger() {
        answer(queueFull(LONG), tooManyRequests(BRIEF));

        var busy = refusal();

        assertThat(busy.rateLimited()).isTrue();
        assertThat(busy.retryAfter()).isEqualTo(BRIEF);
        assertThat(member.standing().busyUntil()).isEqualTo(NOW.plus(LONG));
    }

    /** All are asked before the first answers. */
    private void answer(Judge0Failure.Busy... answers) {
        for (var ignored : answers) {
            member.submit(Fleet.runs("echo 1")).onErrorComplete().subscribe();
        }
        for (var answer : answers) {
            judge0.underWay.remove().tryEmitError(answer);
        }
    }

    private Judge0Failure.Busy refusal() {
        return catchThrowableOfType(
                Judge0Failure.Busy.class,
                () -> member.submit(Fleet.runs("echo 1")).block(BRIEF));
    }

    private static Judge0Failure.Busy tooManyRequests(Duration retryAfter) {
        return new Judge0Failure.Busy("too many", true, retryAfter);
    }

    private static Judge0Failure.Busy queueFull(@Nullable Duration retryAfter) {
        return new Judge0Failure.Busy("full", false, retryAfter);
    }

    /** An instance that answers when the test says so. */
    private static final class Pending implements Judge0 {

        private final Queue<Sinks.One<List<Submitted>>> underWay = new ArrayDeque<>();

        @Override
        public String instance() {
            return "one:2358";
        }

        @Override
        public Mono<List<Submitted>> submit(List<Run> runs) {
            var answer = Sinks.<List<Submitted>>one();
            underWay.add(answer);
            return answer.asMono();
        }

        @Override
        public Mono<List<Report>> ask(List<String> tokens) {
            return Mono.never();
        }

        @Override
        public Mono<List<Language>> languages() {
            return Mono.never();
        }

        @Override
        public Mono<Capabilities> capabilities() {
            return Mono.never();
        }
    }
}
