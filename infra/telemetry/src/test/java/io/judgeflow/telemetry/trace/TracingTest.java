package io.judgeflow.telemetry.trace;

import static io.opentelemetry.sdk.testing.assertj.OpenTelemetryAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class TracingTest {

    private static final TraceParent SAMPLED =
            new TraceParent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    private static final Hop HOP = new Hop(Hop.Kind.CONSUMER, "process it", Map.of("messaging.system", "kafka"));
    private static final Mono<TraceParent> PLACE =
            Mono.deferContextual(context -> Mono.justOrEmpty(TraceParent.of(context)));

    private final InMemorySpanExporter collected = InMemorySpanExporter.create();
    private final SdkTracerProvider provider = SdkTracerProvider.builder()
            .setSampler(Sampler.parentBased(Sampler.alwaysOn()))
            .addSpanProcessor(SimpleSpanProcessor.create(collected))
            .build();
    private final Tracing tracing = new Tracing(provider.get("test"), provider::close);

    @AfterEach
    void close() {
        tracing.close();
    }

    @Test
    void whatFollowsARequestBelongsToItsSpan() {
        var place = tracing.begin(Optional.of(SAMPLED), () -> HOP, PLACE)
                .blockOptional()
                .orElseThrow();
        assertThat(place.traceId()).isEqualTo(SAMPLED.traceId());
        assertThat(place.sampled()).isTrue();
        assertThat(spans())
                .singleElement()
                .satisfies(span -> assertThat(span)
                        .hasSpanId(place.spanId())
                        .hasParentSpanId(SAMPLED.spanId())
                        .hasKind(SpanKind.CONSUMER)
                        .hasName("process it"));
    }

    @Test
    void whatNobodyHasSentBeginsATrace() {
        var place = tracing.begin(Optional.empty(), () -> HOP, PLACE)
                .blockOptional()
                .orElseThrow();
        assertThat(spans())
                .singleElement()
                .satisfies(span -> assertThat(span).hasNoParent().hasTraceId(place.traceId()));
    }

    @Test
    void spansOfAJobLieSideBySide() {
        var work = tracing.follow(() -> HOP, tracing.follow(() -> HOP, PLACE));
        var place = work.contextWrite(context -> context.put(TraceParent.class, SAMPLED))
                .block();
        assertThat(place).isEqualTo(SAMPLED);
        assertThat(spans()).hasSize(2).allSatisfy(span -> assertThat(span).hasParentSpanId(SAMPLED.spanId()));
    }

    @Test
    void recordsNothingOfWhatWasNotSampledAtItsBeginning() {
        var unsampled = TraceParent.random();
        var begun = tracing.begin(Optional.of(unsampled), () -> HOP, PLACE).block();
        assertThat(begun).extracting(TraceParent::sampled).isEqualTo(false);
        tracing.follow(() -> HOP, PLACE)
                .contextWrite(context -> context.put(TraceParent.class, unsampled))
                .block();
        tracing.note(unsampled, () -> HOP, Instant.EPOCH, Instant.EPOCH);
        assertThat(spans()).isEmpty();
    }

    @Test
    void saysWhatFailed() {
        tracing.begin(Optional.empty(), () -> HOP, Mono.error(new IllegalStateException("of the user's own")))
                .onErrorComplete()
                .block();
        assertThat(spans())
                .singleElement()
                .extracting(SpanData::getStatus)
                .isEqualTo(StatusData.create(io.opentelemetry.api.trace.StatusCode.ERROR, "IllegalStateException"));
    }

    @Test
    void notesWhatHasBeen() {
        tracing.note(SAMPLED, () -> HOP, Instant.ofEpochSecond(10), Instant.ofEpochSecond(12));
        assertThat(spans())
                .singleElement()
                .satisfies(span ->
                        assertThat(span).startsAt(Instant.ofEpochSecond(10)).endsAt(Instant.ofEpochSecond(12)));
    }

    @Test
    void passesOnThePlaceOfTheCallerWhileNobodyCollects() {
        var off = Tracing.off();
        assertThat(off.begin(Optional.of(SAMPLED), () -> HOP, PLACE).block()).isEqualTo(SAMPLED);
        assertThat(off.begin(Optional.empty(), () -> HOP, PLACE).block()).isNotNull();
        assertThat(off.follow(() -> HOP, PLACE)).isSameAs(PLACE);
    }

    private List<SpanData> spans() {
        return collected.getFinishedSpanItems();
    }
}
