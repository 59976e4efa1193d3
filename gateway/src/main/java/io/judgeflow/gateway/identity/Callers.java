package io.judgeflow.gateway.identity;

import static java.util.Objects.requireNonNull;

import io.judgeflow.gateway.problem.Problem;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtReactiveAuthenticationManager;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells who calls by what came as the bearer: a token has dots, a key has none. */
@Component
class Callers implements ReactiveAuthenticationManager {

    private static final Logger LOG = LoggerFactory.getLogger(Callers.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final ApiKeys keys;
    private final JwtReactiveAuthenticationManager tokens;

    Callers(ApiKeys keys, SignedTokens tokens, IdentitySettings settings) {
        this.keys = keys;
        this.tokens = new JwtReactiveAuthenticationManager(tokens);
        this.tokens.setJwtAuthenticationConverter(token ->
                Mono.just(new CallerAuthentication(user(token, settings.jwt().clockSkew()))));
    }

    @Override
    public Mono<Authentication> authenticate(Authentication presented) {
        if (!(presented instanceof BearerTokenAuthenticationToken bearer)) {
            return Mono.empty();
        }
        return bearer.getToken().indexOf('.') < 0
                ? service(bearer.getToken())
                : tokens.authenticate(bearer).onErrorMap(Callers::unforeseen, Callers::unavailable);
    }

    private Mono<Authentication> service(String key) {
        return Mono.<Authentication>justOrEmpty(keys.find(key).map(CallerAuthentication::new))
                .switchIfEmpty(Mono.error(() -> new InvalidBearerTokenException("Nobody has this key.")));
    }

    private static Caller.User user(Jwt token, Duration clockSkew) {
        return new Caller.User(
                requireNonNull(token.getSubject()),
                requireNonNull(token.getExpiresAt()).plus(clockSkew));
    }

    /** Neither a good nor a bad token: the keys to tell with are not there. */
    private static boolean unforeseen(Throwable fault) {
        return fault instanceof AuthenticationServiceException || !(fault instanceof AuthenticationException);
    }

    private static Problem unavailable(Throwable cause) {
        LOG.warn("tokens cannot be checked: {}", String.valueOf(cause.getCause()));
        return Problem.unavailable("Tokens cannot be checked at the moment.", RETRY_AFTER, cause);
    }
}
