package io.judgeflow.standalone;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPInputStream;

/** Takes spans by OTLP over HTTP, as any collector does, and keeps them. */
final class TraceCollector implements AutoCloseable {

    private final HttpServer server;
    private final Queue<Hop> hops = new ConcurrentLinkedQueue<>();

    private TraceCollector(HttpServer server) {
        this.server = server;
    }

    /** A span, by the service that recorded it. */
    record Hop(String service, String name, String trace, String parent, String id, long start, long end) {}

    static TraceCollector start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var collector = new TraceCollector(server);
        server.createContext("/v1/traces", collector::take);
        server.start();
        return collector;
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What has arrived of a trace. */
    List<Hop> of(String trace) {
        return hops.stream().filter(hop -> hop.trace().equals(trace)).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            var body = zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
            ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().forEach(this::keep);
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private void keep(ResourceSpans spans) {
        var service = spans.getResource().getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals("service.name"))
                .map(KeyValue::getValue)
                .map(value -> value.getStringValue())
                .findFirst()
                .orElse("");
        spans.getScopeSpansList().forEach(scope -> scope.getSpansList().forEach(span -> hops.add(hop(service, span))));
    }

    private static Hop hop(String service, Span span) {
        var hex = HexFormat.of();
        return new Hop(
                service,
                span.getName(),
                hex.formatHex(span.getTraceId().toByteArray()),
                hex.formatHex(span.getParentSpanId().toByteArray()),
                hex.formatHex(span.getSpanId().toByteArray()),
                span.getStartTimeUnixNano(),
                span.getEndTimeUnixNano());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
