package io.judgeflow.gateway.problem;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses an {@code Accept} that is no list of media types here, because no controller's answer would get a body. */
@Component
class ReadableAccept implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var headers = exchange.getRequest().getHeaders();
        var nothing = false;
        try {
            var accepted = headers.getAccept();
            if (!accepted.stream().allMatch(ReadableAccept::inUtf8)) {
                return Mono.error(new NotAcceptableStatusException("Everything here is written in UTF-8."));
            }
            nothing = accepted.isEmpty() && headers.containsHeader(HttpHeaders.ACCEPT);
        } catch (InvalidMediaTypeException e) {
            return Mono.error(new NotAcceptableStatusException("The 'Accept' header is no list of media types."));
        }
        return chain.filter(nothing ? withoutAccept(exchange) : exchange);
    }

    /** A list of nothing is as good as none, and not everybody behind us can read it. */
    private static ServerWebExchange withoutAccept(ServerWebExchange exchange) {
        return exchange.mutate()
                .request(request -> request.headers(headers -> headers.remove(HttpHeaders.ACCEPT)))
                .build();
    }

    /** No answer can be written in another character set, and that would show only when the job is stored already. */
    private static boolean inUtf8(MediaType type) {
        return type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8);
    }
}
