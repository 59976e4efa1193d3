package io.judgeflow.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a gateway that wants to know who asks. */
class SignInIT {

    private final String key = UUID.randomUUID().toString();
    private final String secret = "users " + UUID.randomUUID();

    @TempDir
    Path directory;

    @Test
    void asksWhoItIsAndShowsWhatIsTheirs() throws Exception {
        var pages = Pages.prepare();
        var guarded = Map.of(
                "JUDGEFLOW_API_KEYS",
                "grader:" + hash(),
                "SUPABASE_JWT_SECRET",
                secret,
                "JUDGEFLOW_GATEWAY_RATELIMIT_SERVICESUBMISSIONS",
                "3",
                "JUDGEFLOW_GATEWAY_RATELIMIT_PER",
                "12s");
        try (var stack = StackProcess.startAllWith(guarded, directory).awaitReady()) {
            pages.pass("sign-in.test.mjs", Map.of("GATEWAY", stack.playground(), "KEY", key, "SECRET", secret));
        }
    }

    private String hash() throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8)));
    }
}
