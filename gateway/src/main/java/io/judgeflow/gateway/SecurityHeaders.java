package io.judgeflow.gateway;

import io.judgeflow.gateway.realtime.RealtimeSettings;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Tells browsers to load nothing from elsewhere, to guess no types, and to show the page in no frame. Realtime's socket,
 * where there is one, is the only other address that the page may speak to.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class SecurityHeaders implements WebFilter {

    private final String policy;

    SecurityHeaders(RealtimeSettings realtime) {
        policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                + ("connect-src 'self' " + realtime.socket()).strip()
                + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var headers = exchange.getResponse().getHeaders();
        headers.set("Content-Security-Policy", policy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        return chain.filter(exchange);
    }
}
