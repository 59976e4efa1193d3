package io.judgeflow.testkit.judge0;

import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import reactor.netty.http.server.HttpServerRequest;

/** From a request to Judge0's reply, faults aside. */
final class Handling {

    private final Supplier<Setup> setup;
    private final Submitting submitting;
    private final Reading reading;

    Handling(Supplier<Setup> setup, Ledger ledger, Callbacks callbacks) {
        this.setup = setup;
        this.submitting = new Submitting(ledger, callbacks);
        this.reading = new Reading(ledger);
    }

    Reply reply(HttpServerRequest request, Call call, Query query, byte[] body) {
        var now = setup.get();
        var headers = request.requestHeaders();
        if (!now.token().isEmpty() && !now.token().equals(headers.get("X-Auth-Token"))) {
            return new Reply(401, "");
        }
        var exactlyJson = "application/json".equals(headers.get(HttpHeaderNames.ACCEPT));
        return switch (call) {
            case SUBMIT -> submitting.one(query, body, now, exactlyJson);
            case SUBMIT_BATCH -> submitting.batch(query, body, now, exactlyJson);
            case ASK -> reading.one(query, exactlyJson);
            case ASK_BATCH -> reading.batch(query, now);
            case LANGUAGES -> Reply.of(200, now.languageList());
            case CONFIG -> Reply.of(200, config(now));
            case OTHER -> other(query.path(), exactlyJson);
        };
    }

    private static Reply other(String path, boolean exactlyJson) {
        return switch (path) {
            case "/statuses" -> Reply.of(200, Statuses.all());
            case "/about" ->
                Reply.of(200, Map.of("version", "1.13.1", "homepage", "https://judge0.com", "maintainer", "nobody"));
            default -> Reply.framework(404, "Not Found", exactlyJson);
        };
    }

    private static Map<String, Object> config(Setup now) {
        var config = new LinkedHashMap<String, Object>();
        config.put("maintenance_mode", false);
        config.put("enable_wait_result", true);
        config.put("enable_callbacks", now.callbacks());
        config.put("max_queue_size", now.maxQueueSize());
        config.put("cpu_time_limit", 5.0);
        config.put("max_cpu_time_limit", 15.0);
        config.put("wall_time_limit", 10.0);
        config.put("max_wall_time_limit", 20.0);
        config.put("memory_limit", now.memoryLimit());
        config.put("max_memory_limit", 512_000);
        config.put("enable_batched_submissions", now.batching());
        config.put("max_submission_batch_size", now.maxBatchSize());
        config.put("submission_cache_duration", 1.0);
        return config;
    }
}
