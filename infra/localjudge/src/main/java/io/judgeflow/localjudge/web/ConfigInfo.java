package io.judgeflow.localjudge.web;

import io.judgeflow.localjudge.LocalJudgeSettings;
import io.judgeflow.localjudge.submission.Flag;
import io.judgeflow.localjudge.submission.Limit;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Judge0's configuration, as far as it is true here, with Judge0's names. */
final class ConfigInfo {

    private ConfigInfo() {}

    static Map<String, Object> of(LocalJudgeSettings settings) {
        var info = new LinkedHashMap<String, Object>();
        features(info);
        for (var limit : Limit.values()) {
            info.put(limit.attribute(), number(limit.usual()));
            info.put("max_" + limit.attribute(), number(limit.highest()));
        }
        for (var flag : Flag.values()) {
            info.put(flag.attribute(), false);
            info.put("allow_" + flag.attribute(), flag != Flag.NETWORK || settings.allowNetwork());
        }
        info.remove("allow_" + Flag.ERRORS_TO_OUTPUT.attribute());
        info.put("max_queue_size", settings.maxQueueSize());
        info.put("max_submission_batch_size", settings.maxBatchSize());
        return info;
    }

    private static void features(Map<String, Object> info) {
        info.put("maintenance_mode", false);
        info.put("enable_wait_result", true);
        info.put("enable_compiler_options", true);
        info.put("allowed_languages_for_compile_options", List.of());
        info.put("enable_command_line_arguments", true);
        info.put("enable_submission_delete", false);
        info.put("enable_callbacks", true);
        info.put("callbacks_max_tries", 3);
        info.put("callbacks_timeout", 5.0);
        info.put("enable_additional_files", true);
        info.put("max_extract_size", 10_240);
        info.put("enable_batched_submissions", true);
        info.put("submission_cache_duration", 0.0);
        info.put("use_docs_as_homepage", false);
    }

    /** Seconds have decimals, everything else has none. */
    private static Number number(BigDecimal value) {
        return value.scale() > 0 ? (Number) value.doubleValue() : (Number) value.intValue();
    }
}
