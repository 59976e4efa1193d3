package io.judgeflow.gateway.identity;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.SignedJWT;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The public keys that an issuer publishes. Kept, and asked for again no more often than twice in so long: a token that
 * names an unknown key makes us look for it, and anybody can write such tokens. While the issuer is away the known keys
 * go on for a while.
 */
final class PublishedKeys {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(3);
    private static final int MOST_BYTES = 256 * 1024;
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(30);
    private static final Duration OUTAGE = Duration.ofHours(4);

    private final JWKSource<SecurityContext> source;

    PublishedKeys(String address) {
        try {
            var patient = new DefaultResourceRetriever((int) CONNECT.toMillis(), (int) READ.toMillis(), MOST_BYTES);
            source = JWKSourceBuilder.create(URI.create(address).toURL(), patient)
                    .cache(KEPT.toMillis(), CONNECT.plus(READ).toMillis())
                    .refreshAheadCache(false)
                    .rateLimited(BETWEEN_QUESTIONS.toMillis())
                    .outageTolerant(OUTAGE.toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("the address of the public keys is none", e);
        }
    }

    /** Those that may have signed the token. Off the event loop: now and then this waits for the issuer. */
    Flux<JWK> of(SignedJWT token) {
        var selector = new JWKSelector(JWKMatcher.forJWSHeader(token.getHeader()));
        return Mono.fromCallable(() -> select(selector))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMapIterable(keys -> keys);
    }

    private List<JWK> select(JWKSelector selector) throws KeySourceException {
        try {
            return source.get(selector, null);
        } catch (RateLimitReachedException e) {
            // As if it were not published; what we look for was not there a moment ago.
            return List.of();
        }
    }
}
