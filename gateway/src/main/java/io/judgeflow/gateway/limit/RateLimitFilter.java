package io.judgeflow.gateway.limit;

import io.judgeflow.gateway.identity.Caller;
import io.judgeflow.gateway.limit.RateLimit.Standing;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Counts what changes something, before its body is read, and tells the caller how much is left. What else is in the body
 * counts as well, see {@link Allowance}.
 */
@Component
@Order(RateLimitFilter.AFTER_THE_CALLER_IS_KNOWN)
class RateLimitFilter implements WebFilter {

    /** Spring Security's own filter has -100. */
    static final int AFTER_THE_CALLER_IS_KNOWN = 0;

    private static final Set<HttpMethod> CHANGE_NOTHING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final RateLimit limit;
    private final RateLimitSettings settings;

    RateLimitFilter(RateLimit limit, RateLimitSettings settings) {
        this.limit = limit;
        this.settings = settings;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (CHANGE_NOTHING.contains(exchange.getRequest().getMethod())) {
            return chain.filter(exchange);
        }
        return exchange.getPrincipal()
                .ofType(Authentication.class)
                .mapNotNull(Authentication::getPrincipal)
                .ofType(Caller.class)
                .map(caller -> limit.take(caller, ClientAddress.of(exchange.getRequest(), settings.proxies())))
                .defaultIfEmpty(Optional.empty())
                .flatMap(standing ->
                        standing.map(known -> passOn(known, exchange, chain)).orElseGet(() -> chain.filter(exchange)));
    }

    private static Mono<Void> passOn(Standing standing, ServerWebExchange exchange, WebFilterChain chain) {
        standing.tell(exchange.getResponse().getHeaders());
        return standing.taken() ? chain.filter(exchange) : Mono.error(standing::refusal);
    }
}
