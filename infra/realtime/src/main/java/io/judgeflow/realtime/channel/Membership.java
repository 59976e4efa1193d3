package io.judgeflow.realtime.channel;

import io.judgeflow.realtime.token.Claims;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.JsonNodeFactory;

/** One client on one topic, from its join until it leaves, its token expires or its socket closes. */
public final class Membership {

    private static final Logger LOG = LoggerFactory.getLogger(Membership.class);

    /** A timer is of no use for keys that are good for years. */
    private static final Duration LONGEST_TIMER = Duration.ofDays(300);

    private final Channel channel;
    private final Reception reception;
    private final Runnable ended;
    private final AtomicBoolean over = new AtomicBoolean();
    private final Disposable.Swap admission = Disposables.swap();
    private final Disposable.Swap expiry = Disposables.swap();
    private volatile String token;

    Membership(Channel channel, Reception reception, Runnable ended) {
        this.channel = channel;
        this.reception = reception;
        this.ended = ended;
        this.token = String.valueOf(channel.join().token());
    }

    /** Answers the join; changes follow once they are seen. */
    void begin(@Nullable String ref) {
        reception.add(channel);
        channel.accept(ref);
        follow(channel.claims());
    }

    /** The client has a new token, or the same one; a bad one ends this. */
    public Mono<Void> renew(String renewed) {
        if (!Join.isToken(renewed) || renewed.equals(token)) {
            return Mono.empty();
        }
        return Mono.fromCallable(() -> reception.identify(renewed))
                .flatMap(claims -> reception.permit(channel.join(), claims).thenReturn(claims))
                .doOnNext(claims -> {
                    token = renewed;
                    channel.renew(claims);
                    follow(claims);
                })
                .onErrorResume(error -> {
                    expel(Reception.reason(error));
                    return Mono.empty();
                })
                .then();
    }

    /** The client has had enough. */
    public void leave(@Nullable String ref) {
        channel.reply(ref, "ok", JsonNodeFactory.instance.objectNode());
        end();
    }

    /** Ends it, and tells the client. */
    public void end() {
        if (over.compareAndSet(false, true)) {
            admission.dispose();
            expiry.dispose();
            reception.remove(channel);
            channel.close();
            ended.run();
        }
    }

    private void follow(Claims claims) {
        var validity = reception.validity(claims);
        expiry.update(
                validity.compareTo(LONGEST_TIMER) > 0
                        ? Disposables.single()
                        : Mono.delay(validity).subscribe(due -> expel("Token has expired 0 seconds ago")));
        if (!channel.join().wishes().isEmpty()) {
            admission.update(
                    reception.admissions(channel.join(), claims).subscribe(channel::ready, error -> object(error)));
        }
    }

    private void object(Throwable error) {
        LOG.debug("Refused a subscription", error);
        channel.object(
                "Unable to subscribe to changes with given parameters. Please check Realtime is enabled for the given "
                        + "connect parameters: "
                        + channel.join().wishes()
                        + ". Exception: "
                        + Reception.reason(error));
    }

    private void expel(String reason) {
        channel.fail(reason);
        end();
    }
}
