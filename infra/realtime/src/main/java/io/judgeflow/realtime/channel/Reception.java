package io.judgeflow.realtime.channel;

import io.judgeflow.realtime.change.Binding;
import io.judgeflow.realtime.database.Access;
import io.judgeflow.realtime.replication.PublishedChanges;
import io.judgeflow.realtime.token.Claims;
import io.judgeflow.realtime.token.InvalidToken;
import io.judgeflow.realtime.token.TokenVerifier;
import io.judgeflow.realtime.wire.Envelope;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets clients in: who they are, what they may listen to, and from when on they see everything. */
public final class Reception implements AutoCloseable {

    /** supabase-js gives a join 10 s. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final TokenVerifier tokens;
    private final Access access;
    private final Channels channels;
    private final Feed feed;
    private final Clock clock;

    public Reception(TokenVerifier tokens, Access access, PublishedChanges source, Clock clock) {
        this.tokens = tokens;
        this.access = access;
        this.channels = new Channels(access);
        this.feed = new Feed(source, channels::deliver);
        this.clock = clock;
    }

    /** Somebody is connected, until disposed. */
    public Disposable connect() {
        return feed.keep();
    }

    /** Who somebody is by a token. */
    Claims identify(String token) throws InvalidToken {
        return tokens.verify(token);
    }

    /**
     * Lets somebody join, and answers.
     *
     * @param handshake who it is unless the join says so itself
     * @param ended runs when the membership ends, whoever ends it
     * @return empty when it was refused
     */
    public Mono<Membership> join(Peer peer, Envelope message, Claims handshake, Runnable ended) {
        return Mono.fromCallable(() -> Join.of(message))
                .flatMap(join -> admit(peer, join, handshake, ended))
                .doOnNext(membership -> membership.begin(message.ref()))
                .onErrorResume(error -> {
                    peer.send(Answers.refusal(message, reason(error)));
                    return Mono.empty();
                });
    }

    private Mono<Membership> admit(Peer peer, Join join, Claims handshake, Runnable ended) {
        return Mono.fromCallable(() -> join.token() == null ? handshake : identify(join.token()))
                .flatMap(claims -> permit(join, claims).thenReturn(new Channel(peer, join, claims)))
                .map(channel -> new Membership(channel, this, ended));
    }

    /** A private topic counts as joined once everything that is said there is heard. */
    Mono<Void> permit(Join join, Claims claims) {
        return join.isPrivate()
                ? access.mayListen(join.name(), claims)
                        .filter(may -> may)
                        .switchIfEmpty(Mono.error(() -> new Refused(
                                "Unauthorized: You do not have permissions to read from this Channel topic: "
                                        + join.name())))
                        .then(feed.starts().next())
                        .timeout(PATIENCE)
                        .then()
                : Mono.empty();
    }

    /** What can be seen of what is wished for, each time that everything is seen from then on. */
    Flux<List<Binding>> admissions(Join join, Claims claims) {
        return feed.starts()
                .concatMap(started -> Mono.fromCallable(join::bindings)
                        .flatMap(bindings -> Flux.fromIterable(bindings)
                                .concatMap(binding -> access.objection(binding, claims))
                                .next()
                                .flatMap(objection -> Mono.<List<Binding>>error(() -> new Refused(objection)))
                                .defaultIfEmpty(bindings)));
    }

    /** Nobody is told anything any more. */
    @Override
    public void close() {
        feed.close();
    }

    void add(Channel channel) {
        channels.add(channel);
    }

    void remove(Channel channel) {
        channels.remove(channel);
    }

    /** How long somebody is who the token says. */
    Duration validity(Claims claims) {
        return Duration.between(clock.instant(), claims.expiresAt());
    }

    /** In words; what went wrong inside stays there. */
    static String reason(Throwable error) {
        return switch (error) {
            case InvalidToken invalid -> message(invalid);
            case Refused refused -> message(refused);
            case IllegalArgumentException wrong -> message(wrong);
            default ->
                "UnknownError: the database does not answer: "
                        + error.getClass().getSimpleName();
        };
    }

    private static String message(@Nullable Throwable error) {
        return String.valueOf(error == null ? null : error.getMessage());
    }
}
