package io.judgeflow.gateway.limit;

import io.judgeflow.gateway.identity.Caller;
import io.judgeflow.gateway.limit.RateLimit.Standing;
import io.judgeflow.gateway.problem.Problem;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Counts what changes something, before its body is read, and tells the caller how much is left: in the fields of
 * draft-ietf-httpapi-ratelimit-headers-10.
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
        tell(standing, exchange.getResponse().getHeaders());
        return standing.taken()
                ? chain.filter(exchange)
                : Mono.error(() -> Problem.tooMany(
                        "There are %d submissions in %d seconds."
                                .formatted(
                                        standing.quota().submissions(),
                                        standing.quota().window().toSeconds()),
                        Duration.ofSeconds(roundedUp(standing.retry()))));
    }

    private static void tell(Standing standing, HttpHeaders headers) {
        var quota = standing.quota();
        headers.set(
                "RateLimit-Policy",
                "\"%s\";q=%d;w=%d"
                        .formatted(
                                quota.name(),
                                quota.submissions(),
                                quota.window().toSeconds()));
        headers.set(
                "RateLimit", "\"%s\";r=%d;t=%d".formatted(quota.name(), standing.left(), roundedUp(standing.reset())));
    }

    private static long roundedUp(Duration time) {
        return time.plusSeconds(1).minusNanos(1).toSeconds();
    }
}
