package io.judgeflow.testkit.judge0;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** GET: one submission, or a batch of them. */
final class Reading {

    private static final Set<String> TEXTS = Set.of("stdout", "stderr", "compile_output", "message");

    private final Ledger ledger;

    Reading(Ledger ledger) {
        this.ledger = ledger;
    }

    Reply one(Query query, boolean exactlyJson) {
        if (!query.unknownFields().isEmpty()) {
            return invalidFields(query);
        }
        var submission = ledger.find(query.path().substring("/submissions/".length()));
        if (submission == null) {
            return Reply.framework(404, "Not Found", exactlyJson);
        }
        var view = view(submission, submission.cachedStatus(), query);
        return view == null ? unreadable("this submission") : Reply.of(200, view);
    }

    Reply batch(Query query, Setup setup) {
        if (!setup.batching()) {
            return Reply.error(400, "batched submissions are not allowed");
        }
        if (!query.unknownFields().isEmpty()) {
            return invalidFields(query);
        }
        if (query.tokens().isEmpty()) {
            return Reply.error(400, "there should be at least one submission in a batch");
        }
        if (query.tokens().size() > setup.maxBatchSize()) {
            return Reply.error(
                    400, "number of submissions in a batch should be less than or equal to " + setup.maxBatchSize());
        }
        var views = new ArrayList<@Nullable Map<String, @Nullable Object>>();
        for (var token : query.tokens()) {
            var submission = ledger.find(token);
            var view = submission == null ? null : view(submission, submission.status(), query);
            if (submission != null && view == null) {
                return unreadable("one or more submissions");
            }
            views.add(view);
        }
        return Reply.of(200, Map.of("submissions", views));
    }

    /** Null when a text has a byte that Judge0 1.13.1 cannot put into JSON. */
    private static @Nullable Map<String, @Nullable Object> view(Submission submission, int status, Query query) {
        var all = new HashMap<String, Object>();
        submission.describe(status, all);
        var view = new LinkedHashMap<String, @Nullable Object>();
        for (var field : query.fields()) {
            var value = all.get(field);
            if (value instanceof String encoded && TEXTS.contains(field) && !query.base64()) {
                var bytes = Base64.getMimeDecoder().decode(encoded);
                var text = new String(bytes, StandardCharsets.US_ASCII);
                if (text.indexOf('\uFFFD') >= 0) {
                    return null;
                }
                value = text;
            }
            view.put(field, value);
        }
        return view;
    }

    private static Reply unreadable(String whose) {
        return Reply.error(
                400,
                "some attributes for " + whose
                        + " cannot be converted to UTF-8, use base64_encoded=true query parameter");
    }

    private static Reply invalidFields(Query query) {
        return Reply.error(400, "invalid fields: [" + String.join(", ", query.unknownFields()) + "]");
    }
}
