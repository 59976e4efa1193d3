package io.judgeflow.judge0;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** An instance's {@code /config_info}, read when first needed and again after a while or when it proves out of date. */
final class KnownLimits {

    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    private final Endpoint endpoint;
    private final AtomicReference<Mono<Capabilities>> known;
    private final AtomicReference<Capabilities> last = new AtomicReference<>(Capabilities.DEFAULTS);

    KnownLimits(Endpoint endpoint) {
        this.endpoint = endpoint;
        this.known = new AtomicReference<>(remembered());
    }

    /** What is known now, or was known last. Never fails. */
    Mono<Capabilities> now() {
        return Mono.defer(known::get).onErrorResume(unread -> Mono.fromSupplier(last::get));
    }

    /**
     * Does something within the limits. An instance that cannot be reached to tell them fails here and is not asked a
     * second time; an instance that has changed them meanwhile is asked again, once.
     */
    <T> Mono<T> within(Function<Capabilities, Mono<T>> work) {
        return current().flatMap(work).onErrorResume(KnownLimits::outdated, refused -> {
            known.set(remembered());
            return current().flatMap(work);
        });
    }

    private Mono<Capabilities> current() {
        return Mono.defer(known::get).onErrorResume(Judge0Failure.Broken.class, broken -> Mono.fromSupplier(last::get));
    }

    private Mono<Capabilities> remembered() {
        return read().doOnNext(last::set).cache(read -> REMEMBERED, failed -> Duration.ZERO, () -> Duration.ZERO);
    }

    private Mono<Capabilities> read() {
        return endpoint.get("/config_info")
                .map(answer -> answer.read(ConfigInfo.class).capabilities())
                .onErrorReturn(KnownLimits::untold, Capabilities.DEFAULTS);
    }

    /** It may be closed where the rest is open; where nothing is, the call that needs the limits shows it. */
    private static boolean untold(Throwable failure) {
        return failure instanceof Judge0Failure.Refused || failure instanceof Judge0Failure.Denied;
    }

    /** Judge0 1.13.1: 400 "batched submissions are not allowed", "number of submissions in a batch should be less …". */
    private static boolean outdated(Throwable failure) {
        return failure instanceof Judge0Failure.Refused refused
                && refused.status() == 400
                && String.valueOf(refused.getMessage()).contains("batch");
    }

    private record ConfigInfo(
            @JsonProperty("enable_batched_submissions") @Nullable
            Boolean batching,

            @JsonProperty("max_submission_batch_size") @Nullable
            Integer maxBatchSize,

            @JsonProperty("max_queue_size") @Nullable Integer maxQueueSize,
            @JsonProperty("memory_limit") @Nullable Integer memoryLimit,
            @JsonProperty("enable_callbacks") @Nullable Boolean callbacks) {

        Capabilities capabilities() {
            var defaults = Capabilities.DEFAULTS;
            return new Capabilities(
                    batching == null ? defaults.batching() : batching,
                    maxBatchSize == null || maxBatchSize < 1 ? defaults.maxBatchSize() : maxBatchSize,
                    maxQueueSize == null || maxQueueSize < 1 ? defaults.maxQueueSize() : maxQueueSize,
                    memoryLimit == null || memoryLimit < 1 ? defaults.memoryLimit() : memoryLimit,
                    callbacks == null ? defaults.callbacks() : callbacks);
        }
    }
}
