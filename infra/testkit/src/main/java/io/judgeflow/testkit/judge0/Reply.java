package io.judgeflow.testkit.judge0;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A status and a JSON body. */
record Reply(int status, String body) {

    static final JsonMapper JSON = JsonMapper.builder().build();

    static Reply of(int status, Object value) {
        return new Reply(status, JSON.writeValueAsString(value));
    }

    static Reply error(int status, String words) {
        return of(status, Map.of("error", words));
    }

    /** What Rails says; the body is empty unless the client accepts exactly JSON. */
    static Reply framework(int status, String words, boolean exactlyJson) {
        return exactlyJson ? of(status, new Framework(status, words)) : new Reply(status, "");
    }

    private record Framework(int status, String error) {}
}
