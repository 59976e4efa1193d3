package io.judgeflow.judge0;

import java.util.List;
import java.util.regex.Pattern;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The calls that hand runs over: one run alone, several as a batch. */
final class SubmitCalls {

    private static final String ONE = "/submissions?base64_encoded=true";
    private static final String BATCH = "/submissions/batch?base64_encoded=true";

    /** A token goes back into a URL where a comma separates tokens. Judge0 1.13.1: a UUID. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~-]{1,100}");

    private final Endpoint endpoint;

    SubmitCalls(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** Hands over no more runs than fit one request. */
    Mono<List<Submitted>> submit(List<Run> runs, Capabilities known) {
        var wire = runs.stream().map(run -> WireRun.of(run, known)).toList();
        return wire.size() == 1
                ? endpoint.post(ONE, wire.getFirst()).map(SubmitCalls::one)
                : endpoint.post(BATCH, new WireRun.Batch(wire)).map(answer -> batch(answer, wire.size()));
    }

    private static List<Submitted> one(Answer answer) {
        if (answer.status() == 422) {
            return List.of(
                    new Submitted.Rejected(String.valueOf(answer.failure().getMessage())));
        }
        var item = item(answer.read(JsonNode.class));
        if (item instanceof Submitted.Issued issued) {
            return List.of(issued);
        }
        throw answer.senseless();
    }

    /** Judge0 1.13.1: 201 when at least one was taken, 422 when none was; the same array in both. */
    private static List<Submitted> batch(Answer answer, int expected) {
        if (!answer.good() && answer.status() != 422) {
            throw answer.failure();
        }
        var json = answer.parse(JsonNode.class);
        if (json.isArray() && json.size() == expected) {
            return json.valueStream().map(SubmitCalls::item).toList();
        }
        throw answer.good() ? answer.senseless() : answer.failure();
    }

    private static Submitted item(JsonNode json) {
        var token = json.path("token").asString("");
        if (TOKEN.matcher(token).matches()) {
            return new Submitted.Issued(token);
        }
        var words = Complaint.in(json);
        return new Submitted.Rejected(words.isBlank() ? "Judge0 took the batch without it" : words);
    }
}
