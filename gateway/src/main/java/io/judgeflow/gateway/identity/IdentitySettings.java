package io.judgeflow.gateway.identity;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may call. {@link Admission} says what follows for callers without credentials.
 *
 * @param anonymous when calls without credentials are taken
 * @param apiKeys of services, each as {@code name:hash} or {@code name:hash:any-user}; see {@link ApiKey}
 * @param jwt whose users' tokens are taken
 */
@ConfigurationProperties("judgeflow.gateway.identity")
record IdentitySettings(
        @DefaultValue("own-machine") AnonymousCalls anonymous,
        @DefaultValue List<String> apiKeys,
        @DefaultValue TokenSettings jwt) {

    /** When calls without credentials are taken. */
    enum AnonymousCalls {
        /** Where the gateway listens on loopback only and knows no credentials. */
        OWN_MACHINE,
        /** Everywhere. Such a call submits for nobody and sees nobody's jobs. */
        ALWAYS,
        /** Nowhere. */
        NEVER
    }

    boolean knowsCredentials() {
        return !apiKeys.isEmpty() || jwt.given();
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "IdentitySettings[" + anonymous + ", " + apiKeys.size() + " keys, " + jwt + "]";
    }
}
