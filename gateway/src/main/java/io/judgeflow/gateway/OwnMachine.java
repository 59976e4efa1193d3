package io.judgeflow.gateway;

import io.judgeflow.gateway.identity.Admission;
import io.judgeflow.gateway.identity.CorsSettings;
import io.judgeflow.gateway.problem.Problem;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Keeps the pages of other sites from a gateway that takes what comes from its own machine. A browser would carry their
 * requests here:
 * to a name of theirs that they let resolve to this machine, or with an origin of theirs. Where callers need credentials,
 * which a browser adds to nobody's requests, being on this machine opens nothing.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class OwnMachine implements WebFilter {

    private static final Set<HttpMethod> CHANGE_NOTHING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final boolean guards;
    private final CorsSettings cors;

    OwnMachine(Admission admission, CorsSettings cors) {
        this.guards = admission.trustsTheMachine();
        this.cors = cors;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var refusal = guards ? refusal(exchange.getRequest()) : null;
        return refusal == null ? chain.filter(exchange) : Mono.error(refusal);
    }

    private @Nullable Problem refusal(ServerHttpRequest request) {
        var headers = request.getHeaders();
        var host = hostOf("http://" + headers.getFirst("Host"));
        if (host == null || !isLoopback(host)) {
            return Problem.foreign("This gateway answers only to localhost and loopback addresses.");
        }
        var origin = headers.getOrigin();
        if (origin != null
                && !CHANGE_NOTHING.contains(request.getMethod())
                && !host.equalsIgnoreCase(hostOf(origin))
                && !cors.allows(origin)) {
            return Problem.foreign("This gateway takes nothing from the pages of other sites.");
        }
        return null;
    }

    private static @Nullable String hostOf(String address) {
        try {
            return new URI(address).getHost();
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Never asks a name server: what a name resolves to is the asker's choice. */
    private static boolean isLoopback(String host) {
        InetAddress literal = NetUtil.createInetAddressFromIpAddressString(host);
        return literal == null ? "localhost".equalsIgnoreCase(host) : literal.isLoopbackAddress();
    }
}
