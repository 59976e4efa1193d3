package io.judgeflow.testkit.judge0;

import io.netty.channel.ChannelOption;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.netty.FutureMono;
import reactor.netty.http.server.HttpServerResponse;

/** One request on its way to an answer, or to none. */
record Exchange(HttpServerResponse response, Supplier<Reply> handling) {

    /** The right answer. */
    Mono<Void> proper() {
        return Mono.defer(() -> send(handling.get()));
    }

    Mono<Void> faulty(Fault.Effect effect) {
        return switch (effect) {
            case Fault.Effect.Answered answered -> send(answered);
            case Fault.Effect.Late late -> Mono.delay(late.by()).then(proper());
            case Fault.Effect.Cut cut -> carryOut(cut.taken()).then(reset());
            case Fault.Effect.Silent silent -> carryOut(silent.taken()).then(Mono.never());
        };
    }

    private Mono<Void> carryOut(boolean taken) {
        return taken ? Mono.fromSupplier(handling).then() : Mono.empty();
    }

    private Mono<Void> send(Reply reply) {
        response.status(reply.status());
        return reply.body().isEmpty()
                ? response.header("Content-Type", "text/html; charset=UTF-8").send()
                : response.header("Content-Type", "application/json; charset=utf-8")
                        .sendString(Mono.just(reply.body()))
                        .then();
    }

    private Mono<Void> send(Fault.Effect.Answered answered) {
        response.status(answered.status()).header("Content-Type", answered.contentType());
        if (answered.retryAfter() != null) {
            response.header("Retry-After", String.valueOf(answered.retryAfter().toSeconds()));
        }
        return answered.body().isEmpty()
                ? response.send()
                : response.sendString(Mono.just(answered.body())).then();
    }

    private Mono<Void> reset() {
        return Mono.defer(() -> {
            response.withConnection(connection -> {
                connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
                FutureMono.from(connection.channel().close()).onErrorComplete().subscribe();
            });
            return Mono.never();
        });
    }
}
