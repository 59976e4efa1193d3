package io.judgeflow.testkit.judge0;

/** The kinds of request that the fake tells apart. */
public enum Call {
    /** {@code POST /submissions}. */
    SUBMIT,
    /** {@code POST /submissions/batch}. */
    SUBMIT_BATCH,
    /** {@code GET /submissions/{token}}. */
    ASK,
    /** {@code GET /submissions/batch}. */
    ASK_BATCH,
    /** {@code GET /languages}. */
    LANGUAGES,
    /** {@code GET /config_info}. */
    CONFIG,
    /** Everything else. */
    OTHER;

    static Call of(String method, String path) {
        var post = method.equals("POST");
        return switch (path) {
            case "/submissions" -> post ? SUBMIT : OTHER;
            case "/submissions/batch" -> post ? SUBMIT_BATCH : ASK_BATCH;
            case "/languages" -> LANGUAGES;
            case "/config_info" -> CONFIG;
            default -> path.startsWith("/submissions/") && method.equals("GET") ? ASK : OTHER;
        };
    }
}
