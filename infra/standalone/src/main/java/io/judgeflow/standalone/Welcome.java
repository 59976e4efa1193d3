package io.judgeflow.standalone;

import java.net.URI;
import java.util.Objects;

/** What the user reads when everything runs: where to click and what to try. */
record Welcome(Surroundings surroundings) {

    String text() {
        return """

                Judgeflow runs.

                  Playground   http://127.0.0.1:%1$d/
                  Try          curl -s http://127.0.0.1:%1$d/api/execute -H 'Content-Type: application/json' \\
                                 -d '{"lang": "python", "code": "print(6 * 7)", "expected_output": "42"}'
                  Kafka        %2$s
                  PostgreSQL   %3$s
                  Realtime     %5$s
                  Data         %4$s
                  Stop         Ctrl-C
                """.formatted(
                        surroundings.ports().gateway(),
                        surroundings.infrastructure().kafka(),
                        database(),
                        surroundings.data().path(),
                        realtime());
    }

    private String realtime() {
        return Realtime.isOurs(surroundings.elsewhere())
                ? Realtime.url(surroundings) + ", for supabase-js; keys at /api/realtime"
                : Objects.requireNonNullElse(surroundings.elsewhere().supabase(), "none");
    }

    /** Without the password, which only its file should show. */
    private String database() {
        var uri = URI.create(surroundings.infrastructure().database());
        var where = "%s:%d%s".formatted(uri.getHost(), uri.getPort(), uri.getPath());
        return surroundings.elsewhere().database() == null
                ? where + ", user judgeflow, password in "
                        + surroundings.data().of("postgres").resolve("password")
                : where;
    }
}
