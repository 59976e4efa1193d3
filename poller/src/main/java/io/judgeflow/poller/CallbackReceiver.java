package io.judgeflow.poller;

import io.judgeflow.contracts.event.CallbackHeard;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.judge0.CallbackReader;
import io.judgeflow.judge0.Report;
import io.judgeflow.judge0.callback.Aside;
import io.judgeflow.judge0.callback.CallbackUrls;
import io.judgeflow.judge0.callback.Called;
import io.judgeflow.telemetry.trace.TraceParent;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The decision about a callback. Its path is checked before its body is read, so that nobody else can make us read
 * anything.
 */
@Component
final class CallbackReceiver {

    private final CallbackUrls urls;
    private final CallbackReader reader;
    private final RecentlyJudged judged;
    private final CallbackOutbox outbox;
    private final Clock clock;

    CallbackReceiver(
            CallbackUrls urls, CallbackReader reader, RecentlyJudged judged, CallbackOutbox outbox, Clock clock) {
        this.urls = urls;
        this.reader = reader;
        this.judged = judged;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Does not wait for the brokers. */
    Mono<Receipt> receive(String path, Aside aside, Mono<byte[]> body) {
        return switch (urls.check(path)) {
            case Called.Forged forged -> Mono.just(Receipt.FORGED);
            case Called.Expired expired -> Mono.just(Receipt.EXPIRED);
            case Called.Trial trial -> read(body, aside, report -> heard(trial));
            case Called.About about -> read(body, aside, report -> reported(about, aside, report));
        };
    }

    private Mono<Receipt> read(Mono<byte[]> body, Aside aside, Function<Report, Receipt> use) {
        return body.map(bytes ->
                        reader.read(bytes, aside.memoryLimit()).map(use).orElse(Receipt.MALFORMED))
                .defaultIfEmpty(Receipt.MALFORMED)
                .onErrorReturn(DataBufferLimitException.class, Receipt.TOO_LARGE);
    }

    private Receipt reported(Called.About about, Aside aside, Report report) {
        return switch (report) {
            case Report.Finished finished -> finished(about, aside, finished, clock.instant());
            case Report.Waiting waiting -> Receipt.LEFT_TO_THE_POLL;
            case Report.Processing processing -> Receipt.LEFT_TO_THE_POLL;
            case Report.Unknown unknown -> Receipt.LEFT_TO_THE_POLL;
        };
    }

    private Receipt finished(Called.About about, Aside aside, Report.Finished finished, Instant now) {
        var verdict = Judgement.judged(about.attempt(), finished, aside.sentAt(), now);
        if (verdict.isEmpty()) {
            return Receipt.LEFT_TO_THE_POLL;
        }
        if (!judged.begin(about.attempt(), now)) {
            return Receipt.REPEATED;
        }
        return outbox.verdict(about, verdict.get(), TraceParent.of(aside.traceParent()))
                ? Receipt.JUDGED
                : Receipt.OVERLOADED;
    }

    private Receipt heard(Called.Trial trial) {
        var heard = new CallbackHeard(Schema.VERSION, trial.instance(), trial.id(), clock.instant());
        return outbox.put(Topics.CALLBACKS, trial.instance(), heard) ? Receipt.TRIAL : Receipt.OVERLOADED;
    }
}
