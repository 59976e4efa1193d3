package io.judgeflow.judge0;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.judgeflow.judge0.callback.Aside;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** A run as Judge0 reads it. Judge0 1.13.1 decodes exactly the three texts, and only with base64_encoded=true. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WireRun(
        @JsonProperty("source_code") String sourceCode,
        @JsonProperty("language_id") int languageId,
        @JsonProperty("stdin") @Nullable String stdin,
        @JsonProperty("expected_output") @Nullable String expectedOutput,
        @JsonProperty("cpu_time_limit") @Nullable Double cpuTimeLimit,
        @JsonProperty("wall_time_limit") @Nullable Double wallTimeLimit,
        @JsonProperty("memory_limit") @Nullable Integer memoryLimit,
        @JsonProperty("callback_url") @Nullable String callbackUrl,
        @JsonProperty("enable_network") boolean network) {

    /** Several runs in one request. */
    record Batch(@JsonProperty("submissions") List<WireRun> submissions) {}

    static WireRun of(Run run, Capabilities known) {
        return new WireRun(
                base64(run.sourceCode()),
                run.languageId(),
                run.stdin() == null ? null : base64(run.stdin()),
                run.expectedOutput() == null ? null : base64(run.expectedOutput()),
                run.cpuTimeLimit(),
                run.wallTimeLimit(),
                run.memoryLimit(),
                known.callbacks() ? callbackUrl(run, known) : null,
                run.network());
    }

    private static @Nullable String callbackUrl(Run run, Capabilities known) {
        var limit = run.memoryLimit() == null ? known.memoryLimit() : run.memoryLimit();
        return run.callbackUrl() == null
                ? null
                : UriComponentsBuilder.fromUriString(run.callbackUrl())
                        .queryParam(Aside.MEMORY_LIMIT, limit)
                        .build()
                        .toUriString();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
