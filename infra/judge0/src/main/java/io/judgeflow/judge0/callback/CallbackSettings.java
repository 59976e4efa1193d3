package io.judgeflow.judge0.callback;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Judge0 calls back, and with what its addresses are signed; the same in every submitter and poller.
 *
 * @param url {@code JUDGE0_CALLBACK_URL}: where Judge0's workers reach a poller; empty for no callbacks
 * @param secret {@code JUDGEFLOW_CALLBACK_SECRET}: at least 32 characters; there is none by default
 * @param validFor how long an address is good for after its run was submitted
 */
@ConfigurationProperties("judgeflow.callback")
public record CallbackSettings(
        @DefaultValue("") String url,
        @DefaultValue("") String secret,
        @DefaultValue("2h") Duration validFor) {

    private static final int SHORTEST_SECRET = 32;

    /** Rejects an address without a secret: anybody could send verdicts. */
    public CallbackSettings {
        url = url.strip().replaceFirst("/+$", "");
        secret = secret.strip();
        require(validFor.isPositive(), "judgeflow.callback.valid-for must be positive");
        if (!url.isEmpty()) {
            require(isAddress(url), "JUDGE0_CALLBACK_URL must be an address such as http://poller:8082");
            require(
                    secret.length() >= SHORTEST_SECRET,
                    "JUDGE0_CALLBACK_URL needs JUDGEFLOW_CALLBACK_SECRET, the same " + SHORTEST_SECRET
                            + " or more random characters for every submitter and poller");
        }
    }

    /** Whether callbacks are wanted. */
    public boolean enabled() {
        return !url.isEmpty();
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "CallbackSettings[url=" + url + ", validFor=" + validFor + "]";
    }

    private static boolean isAddress(String url) {
        try {
            var uri = URI.create(url);
            return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (IllegalArgumentException senseless) {
            return false;
        }
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
