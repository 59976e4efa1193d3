package io.judgeflow.poller;

import io.judgeflow.judge0.callback.Aside;
import io.judgeflow.judge0.callback.CallbackUrls;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Where Judge0 calls back. Judge0 1.13.1 calls from the worker that ran the program, which waits for the answer, and
 * takes any answer for success: so the answer is immediate, and what it refuses is left to the poll.
 */
@Configuration(proxyBeanMethods = false)
class CallbackRoutes {

    /** In bytes: three outputs of 1 MiB each, Judge0's default limit, in base64. */
    static final int LARGEST_BODY = 5 << 20;

    private final CallbackReceiver receiver;
    private final MeterRegistry meters;

    CallbackRoutes(CallbackReceiver receiver, MeterRegistry meters) {
        this.receiver = receiver;
        this.meters = meters;
        for (var receipt : Receipt.values()) {
            received(receipt);
        }
    }

    @Bean
    RouterFunction<ServerResponse> callbacks(CallbackUrls urls) {
        return urls.enabled()
                ? RouterFunctions.route(RequestPredicates.PUT(CallbackUrls.PATHS), this::take)
                : nowhere -> Mono.empty();
    }

    private Mono<ServerResponse> take(ServerRequest request) {
        var body = DataBufferUtils.join(request.exchange().getRequest().getBody(), LARGEST_BODY)
                .map(CallbackRoutes::bytes);
        return receiver.receive(request.path(), aside(request), body).flatMap(this::answer);
    }

    private static Aside aside(ServerRequest request) {
        return Aside.of(
                request.queryParam(Aside.SENT_AT).orElse(null),
                request.queryParam(Aside.TRACE_PARENT).orElse(null),
                request.queryParam(Aside.MEMORY_LIMIT).orElse(null));
    }

    private Mono<ServerResponse> answer(Receipt receipt) {
        received(receipt).increment();
        var answer = ServerResponse.status(receipt.status());
        return receipt.status().is2xxSuccessful()
                ? answer.build()
                : answer.contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .bodyValue(ProblemDetail.forStatusAndDetail(receipt.status(), receipt.detail()));
    }

    private Counter received(Receipt receipt) {
        return meters.counter(
                "judgeflow.callback.received", "outcome", receipt.name().toLowerCase(Locale.ROOT));
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
