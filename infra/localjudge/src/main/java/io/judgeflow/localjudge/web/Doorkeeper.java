package io.judgeflow.localjudge.web;

import io.judgeflow.localjudge.LocalJudgeSettings;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.HandlerFilterFunction;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * Lets in who has a token, where tokens are set: in Judge0's header, or in a query parameter of the same name.
 *
 * <p>Beyond Judge0 it turns away web pages of other hosts: without that, any page open in a developer's browser could
 * run programs here by sending a form to the loopback address.
 */
final class Doorkeeper implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    private static final String HEADER = "X-Auth-Token";
    private static final Set<String> NEAR = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> tokens;

    Doorkeeper(LocalJudgeSettings settings) {
        this.tokens = Arrays.stream(settings.authToken().split("\\s+"))
                .filter(token -> !token.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Mono<ServerResponse> filter(ServerRequest request, HandlerFunction<ServerResponse> next) {
        if (!near(request.headers().firstHeader("Origin"))) {
            return Answers.empty(HttpStatus.FORBIDDEN);
        }
        return tokens.isEmpty() || knows(request) ? next.handle(request) : Answers.empty(HttpStatus.UNAUTHORIZED);
    }

    private boolean knows(ServerRequest request) {
        return Optional.ofNullable(request.headers().firstHeader(HEADER))
                .or(() -> request.queryParam(HEADER))
                .filter(tokens::contains)
                .isPresent();
    }

    private static boolean near(@Nullable String origin) {
        if (origin == null) {
            return true;
        }
        try {
            return Optional.ofNullable(URI.create(origin).getHost())
                    .filter(NEAR::contains)
                    .isPresent();
        } catch (IllegalArgumentException strange) {
            return false;
        }
    }
}
