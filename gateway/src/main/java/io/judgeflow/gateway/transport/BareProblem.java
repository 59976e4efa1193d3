package io.judgeflow.gateway.transport;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.http.HttpResponseStatus;

/** The problem document for what the server itself refuses, of which nothing is known but the status. */
final class BareProblem {

    private static final int FIRST_ERROR = 400;

    private BareProblem() {}

    static boolean isOne(HttpResponseStatus status) {
        return status.code() >= FIRST_ERROR;
    }

    static byte[] of(HttpResponseStatus status) {
        return """
                {"type":"about:blank","title":"%s","status":%d,"detail":"%s"}""".formatted(status.reasonPhrase(), status.code(), detail(status))
                .getBytes(UTF_8);
    }

    private static String detail(HttpResponseStatus status) {
        return switch (status.code()) {
            case 400 -> "The address or the headers of the request cannot be understood.";
            case 403 -> "Pages of that site may not call this gateway.";
            case 413 -> "The body is larger than this gateway takes.";
            case 414 -> "The address is longer than this gateway takes.";
            case 431 -> "The headers are larger than this gateway takes.";
            default -> "The server refused this request.";
        };
    }
}
