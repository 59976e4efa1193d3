package io.judgeflow.gateway.identity;

import io.judgeflow.gateway.problem.Problem;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What Spring Security refuses, as problems like all others. */
@Component
class Refusals implements ServerAuthenticationEntryPoint, ServerAccessDeniedHandler, ServerExchangeRejectedHandler {

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException refused) {
        return Mono.error(() -> refused instanceof OAuth2AuthenticationException
                ? Problem.badCredentials("The token or key is not valid" + reason(refused) + ".")
                : Problem.noCredentials("Say who you are with 'Authorization: Bearer' and a token or a key."));
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
        return Mono.error(() -> Problem.notAllowed("Users do not get this."));
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, ServerExchangeRejectedException rejected) {
        return Mono.error(() -> Problem.malformed("The address or a header has something in it that is never taken."));
    }

    /** What a token says may be told to whoever brought it once its signature has held, and not before. */
    private static String reason(AuthenticationException refused) {
        return refused.getCause() instanceof JwtValidationException invalid
                ? invalid.getErrors().stream()
                        .findFirst()
                        .map(error -> ": " + error.getDescription())
                        .orElse("")
                : "";
    }
}
