package io.judgeflow.gateway.limit;

import io.judgeflow.gateway.identity.Caller;
import io.judgeflow.gateway.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** What a request with several submissions takes of the caller's quota: as much as if each came by itself. */
@Component
public class Allowance {

    private final RateLimit limit;
    private final RateLimitSettings settings;

    Allowance(RateLimit limit, RateLimitSettings settings) {
        this.limit = limit;
        this.settings = settings;
    }

    /** For the submissions of this request, one after the other. The first was counted as the request came. */
    public Taking of(Caller caller, ServerWebExchange exchange) {
        return new Taking(caller, exchange);
    }

    /** The submissions of one request. */
    public final class Taking {

        private final Caller caller;
        private final ServerWebExchange exchange;
        private boolean first = true;

        private Taking(Caller caller, ServerWebExchange exchange) {
            this.caller = caller;
            this.exchange = exchange;
        }

        /**
         * Takes one more; before the response has begun.
         *
         * @throws Problem 429 when there is none left
         */
        public void take() {
            if (first) {
                first = false;
                return;
            }
            var address = ClientAddress.of(exchange.getRequest(), settings.proxies());
            limit.take(caller, address).ifPresent(standing -> {
                standing.tell(exchange.getResponse().getHeaders());
                if (!standing.taken()) {
                    throw standing.refusal();
                }
            });
        }
    }
}
