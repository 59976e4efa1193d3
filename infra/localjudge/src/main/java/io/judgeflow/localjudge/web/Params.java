package io.judgeflow.localjudge.web;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parameters of a request as Rails sees them: those of the query, then those of the body, whether it is JSON or a
 * form. Any other body, and JSON that is not an object, says nothing.
 */
record Params(MultiValueMap<String, String> query, ObjectNode body) {

    /** Fails with a {@link FrameworkError} for malformed JSON. */
    static Mono<Params> read(ServerRequest request) {
        var type = request.headers().contentType().orElse(MediaType.APPLICATION_OCTET_STREAM);
        var query = request.queryParams();
        if (MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(type)) {
            return request.formData().map(form -> new Params(query, object(form)));
        }
        if (!MediaType.APPLICATION_JSON.isCompatibleWith(type)) {
            return Mono.just(ofQuery(request));
        }
        return request.bodyToMono(byte[].class)
                .map(bytes -> new Params(query, parse(bytes)))
                .defaultIfEmpty(ofQuery(request));
    }

    static Params ofQuery(ServerRequest request) {
        return new Params(request.queryParams(), JsonNodeFactory.instance.objectNode());
    }

    /** Only text counts: JSON's {@code true} is not {@code "true"}. */
    Optional<String> text(String name) {
        return Optional.ofNullable(query.getFirst(name))
                .or(() -> Optional.ofNullable(body.get(name))
                        .filter(JsonNode::isString)
                        .map(JsonNode::asString));
    }

    /** Only exactly {@code true} is. */
    boolean isOn(String name) {
        return text(name).filter("true"::equals).isPresent();
    }

    boolean base64() {
        return isOn("base64_encoded");
    }

    private static ObjectNode parse(byte[] bytes) {
        try {
            return bytes.length > 0 && Answers.JSON.readTree(bytes) instanceof ObjectNode object
                    ? object
                    : JsonNodeFactory.instance.objectNode();
        } catch (JacksonException malformed) {
            throw new FrameworkError(HttpStatus.BAD_REQUEST);
        }
    }

    private static ObjectNode object(MultiValueMap<String, String> form) {
        var object = JsonNodeFactory.instance.objectNode();
        form.forEach((name, values) -> object.put(name, values.getLast()));
        return object;
    }
}
