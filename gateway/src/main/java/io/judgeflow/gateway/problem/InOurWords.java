package io.judgeflow.gateway.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.reactive.resource.NoResourceFoundException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;

/** Says in the client's terms what the framework refused in its own. */
final class InOurWords {

    private InOurWords() {}

    /** Null when the framework's own words will do. */
    static @Nullable Problem of(Exception refused, String path) {
        return switch (refused) {
            case NoResourceFoundException nothing -> Problem.nothingAt(path);
            case WebExchangeBindException invalid -> null;
            case ServerWebInputException input -> ofInput(input);
            case ResponseStatusException other -> ofStatus(other);
            default -> null;
        };
    }

    private static @Nullable Problem ofStatus(ResponseStatusException refused) {
        return refused.getStatusCode().isSameCodeAs(HttpStatus.CONTENT_TOO_LARGE)
                ? Problem.tooLarge("The body is larger than this gateway takes.")
                : null;
    }

    private static @Nullable Problem ofInput(ServerWebInputException refused) {
        for (Throwable cause = refused.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException json) {
                return UnreadableJson.asProblem(json);
            }
        }
        var parameter = refused.getMethodParameter();
        var name = parameter == null ? null : parameter.getParameterName();
        if (name == null) {
            return null;
        }
        return refused.getCause() == null
                ? Problem.unreadable("The request has no body.")
                : Problem.parameter(name, "cannot be understood");
    }
}
