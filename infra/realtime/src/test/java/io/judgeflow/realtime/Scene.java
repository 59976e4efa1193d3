package io.judgeflow.realtime;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** The endpoint and a client of it. */
record Scene(Backend backend, SupabaseJs js) implements AutoCloseable {

    /** Skips the tests on a machine without npm, unless it is one that has to run them all. */
    static Scene open(Path directory) throws Exception {
        Assumptions.assumeTrue(SupabaseJs.canRun() || System.getenv("CI") != null, "needs node and npm");
        return new Scene(Backend.start(directory), SupabaseJs.start());
    }

    void connect(String client, String token, String version) {
        js.tell(Map.of(
                "do",
                "connect",
                "client",
                client,
                "url",
                backend.url(),
                "key",
                backend.anonymous(),
                "token",
                token,
                "vsn",
                version));
    }

    /** As a user of that name, on 2.0.0. */
    void connect(String user) {
        connect(user, backend.token(user), "2.0.0");
    }

    @Override
    public void close() {
        js.close();
        backend.close();
    }
}
