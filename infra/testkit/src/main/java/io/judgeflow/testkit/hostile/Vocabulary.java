package io.judgeflow.testkit.hostile;

import java.util.List;

/** The pieces that bad requests are made of. */
public final class Vocabulary {

    /** JSON values, right in one field and wrong in the next. */
    public static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1e999",
            "1e400",
            "-1e400",
            "0.1",
            "99999999999999999999",
            "\"\"",
            "\" \"",
            "\"x\"",
            "\"python\"",
            "\"71\"",
            "71",
            "71.0",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\n\"",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "[{}]",
            "{\"a\":1}",
            "NaN",
            "'x'",
            "\"weighted\"",
            "[1,\"\",{}]",
            "\"" + "y".repeat(300) + "\"",
            "\"" + "z".repeat(70_000) + "\"",
            "[" + "{},".repeat(150) + "{}]",
            "1.7976931348623157e308",
            "2147483648");

    /** Fields of a submission, and some that are none. */
    public static final List<String> FIELDS = List.of(
            "code", "lang", "stdin", "expected_output", "tests", "limits", "scoring", "user_id", "unknown", "job_id");

    /** Texts for ids and parameters, before they are encoded. */
    public static final List<String> TEXTS = List.of(
            "",
            " ",
            "x",
            "0",
            "-1",
            "null",
            "..",
            "%",
            "é",
            "\u0000",
            "a,b",
            ",",
            ",,",
            "'",
            "\"",
            "<script>",
            "𝔘",
            "1s",
            "-1s",
            "999999999d",
            "PT1S",
            "10x",
            "1e3",
            "9".repeat(40),
            "q".repeat(2_000),
            "me",
            "2026-11-23T08:00:00Z_",
            "+1000000000-12-31T00:00:00Z_01a20664-19a3-7309-8594-e0e23b443da1",
            "{}",
            "//",
            "a/b",
            ";a=b",
            "W/\"1\"",
            "*");

    /** Values of headers. */
    public static final List<String> HEADERS = List.of(
            "",
            "x",
            "*",
            "text/html",
            "application/json",
            "application/json;q=x",
            "/",
            ",",
            "text/event-stream",
            "application/json; charset=utf-16",
            "application/x-www-form-urlencoded",
            "\"",
            "W/",
            "W/\"1\"",
            "-1",
            "99999999999999999999",
            "0.0.0",
            "k".repeat(256),
            "k".repeat(4_000),
            "gzip",
            "multipart/form-data",
            "image/*");

    /** Headers that something reads. */
    public static final List<String> NAMES = List.of(
            "Accept",
            "Content-Type",
            "Last-Event-ID",
            "If-None-Match",
            "Idempotency-Key",
            "Origin",
            "Accept-Language",
            "Content-Encoding",
            "Range",
            "If-Modified-Since",
            "X-Forwarded-For",
            "Cookie",
            "Authorization");

    private Vocabulary() {}
}
