package io.judgeflow.testkit.judge0;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** POST: one submission or a batch of them. */
final class Submitting {

    private final Ledger ledger;
    private final Callbacks callbacks;

    Submitting(Ledger ledger, Callbacks callbacks) {
        this.ledger = ledger;
        this.callbacks = callbacks;
    }

    Reply one(Query query, byte[] body, Setup setup, boolean exactlyJson) {
        var json = parse(body);
        if (json == null) {
            return Reply.framework(400, "Bad Request", exactlyJson);
        }
        var item = item(json, query, setup);
        return Reply.of(item.containsKey("token") ? 201 : 422, item);
    }

    Reply batch(Query query, byte[] body, Setup setup, boolean exactlyJson) {
        if (!setup.batching()) {
            return Reply.error(400, "batched submissions are not allowed");
        }
        var json = parse(body);
        if (json == null) {
            return Reply.framework(400, "Bad Request", exactlyJson);
        }
        var drafts = json.path("submissions");
        if (!drafts.isArray() || drafts.isEmpty()) {
            return Reply.error(400, "there should be at least one submission in a batch");
        }
        if (drafts.size() > setup.maxBatchSize()) {
            return Reply.error(
                    400, "number of submissions in a batch should be less than or equal to " + setup.maxBatchSize());
        }
        var items = new ArrayList<Map<String, ?>>();
        drafts.forEach(draft -> items.add(item(draft, query, setup)));
        return Reply.of(items.stream().anyMatch(item -> item.containsKey("token")) ? 201 : 422, List.copyOf(items));
    }

    private Map<String, ?> item(JsonNode json, Query query, Setup setup) {
        var draft = Draft.of(json, query.base64());
        var errors = draft.errors(setup);
        if (!errors.isEmpty()) {
            ledger.refuse(draft);
            return errors;
        }
        var submission = ledger.accept(draft, setup);
        if (draft.callbackUrl() != null) {
            callbacks.plan(draft.callbackUrl(), submission, Directive.of(draft.source()));
        }
        return Map.of("token", submission.token());
    }

    private static @Nullable JsonNode parse(byte[] body) {
        try {
            var json = Reply.JSON.readTree(body);
            return json == null || json.isMissingNode() ? null : json;
        } catch (JacksonException malformed) {
            return null;
        }
    }
}
