package io.judgeflow.telemetry.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/**
 * Records what a service does for jobs, as spans for a collector. Without a collector it records nothing and costs
 * nothing; the place in a trace that a job has is passed on all the same. Only what was sampled at its beginning is
 * recorded, by every service or by none.
 */
public final class Tracing implements AutoCloseable {

    private final @Nullable Tracer tracer;
    private final Runnable end;

    Tracing(@Nullable Tracer tracer, Runnable end) {
        this.tracer = tracer;
        this.end = end;
    }

    /** Records nothing. */
    public static Tracing off() {
        return new Tracing(null, () -> {});
    }

    /** Whether anybody collects. */
    public boolean on() {
        return tracer != null;
    }

    /**
     * Work that a job begins with: what follows from it belongs to its span, or, while nobody collects, to that of the
     * caller.
     *
     * @param caller empty where nobody said
     */
    public <T> Mono<T> begin(Optional<TraceParent> caller, Supplier<Hop> hop, Mono<T> work) {
        if (tracer == null) {
            var place = caller.orElseGet(TraceParent::random);
            return work.contextWrite(context -> context.put(TraceParent.class, place));
        }
        return Mono.defer(() -> {
            var span = start(tracer, caller.map(Tracing::remote).orElseGet(Context::root), hop.get());
            var place = place(span.getSpanContext());
            return ending(span, work).contextWrite(context -> context.put(TraceParent.class, place));
        });
    }

    /** Work for the job at hand, beside all else that is done for it. */
    public <T> Mono<T> follow(Supplier<Hop> hop, Mono<T> work) {
        if (tracer == null) {
            return work;
        }
        return Mono.deferContextual(view -> TraceParent.of(view)
                .filter(TraceParent::sampled)
                .map(place -> ending(start(tracer, remote(place), hop.get()), work))
                .orElse(work));
    }

    /** Something that was done between these two instants. */
    public void note(TraceParent place, Supplier<Hop> hop, Instant from, Instant to) {
        if (tracer != null && place.sampled()) {
            var what = hop.get();
            var span = tracer.spanBuilder(what.name())
                    .setParent(remote(place))
                    .setSpanKind(kind(what))
                    .setStartTimestamp(from)
                    .startSpan();
            what.attributes().forEach(span::setAttribute);
            span.end(to);
        }
    }

    /** Sends what has not been sent. */
    @Override
    public void close() {
        end.run();
    }

    private static Span start(Tracer tracer, Context parent, Hop hop) {
        var span = tracer.spanBuilder(hop.name())
                .setParent(parent)
                .setSpanKind(kind(hop))
                .startSpan();
        hop.attributes().forEach(span::setAttribute);
        return span;
    }

    private static <T> Mono<T> ending(Span span, Mono<T> work) {
        return work.doOnError(e -> span.setStatus(StatusCode.ERROR, e.getClass().getSimpleName()))
                .doFinally(signal -> {
                    if (signal == SignalType.CANCEL) {
                        span.setStatus(StatusCode.ERROR, "cancelled");
                    }
                    span.end();
                });
    }

    private static TraceParent place(SpanContext span) {
        return new TraceParent("00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                + span.getTraceFlags().asHex());
    }

    private static Context remote(TraceParent place) {
        var flags = place.sampled() ? TraceFlags.getSampled() : TraceFlags.getDefault();
        var parent =
                SpanContext.createFromRemoteParent(place.traceId(), place.spanId(), flags, TraceState.getDefault());
        return Context.root().with(Span.wrap(parent));
    }

    private static SpanKind kind(Hop hop) {
        return switch (hop.kind()) {
            case SERVER -> SpanKind.SERVER;
            case CLIENT -> SpanKind.CLIENT;
            case PRODUCER -> SpanKind.PRODUCER;
            case CONSUMER -> SpanKind.CONSUMER;
        };
    }
}
