package io.judgeflow.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a gateway that wants to know who asks. */
class SignInIT {

    private final String key = UUID.randomUUID().toString();

    @TempDir
    Path directory;

    @Test
    void asksWhoItIsAndShowsWhatIsTheirs() throws Exception {
        var pages = Pages.prepare();
        try (var stack = StackProcess.startAllFor("grader:" + hash(), directory).awaitReady()) {
            pages.pass("sign-in.test.mjs", stack.playground(), key);
        }
    }

    private String hash() throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8)));
    }
}
