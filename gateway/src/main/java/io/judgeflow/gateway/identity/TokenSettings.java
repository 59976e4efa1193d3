package io.judgeflow.gateway.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which users' tokens are taken. Both kinds of key may be given while a project moves from one to the other.
 *
 * @param secret what HS256 tokens are signed with; empty for none of these
 * @param jwksUrl where the public keys of ES256 and RS256 tokens are published; empty for none of these
 * @param issuer what {@code iss} must be; empty for anything
 * @param audience what {@code aud} must hold; empty for anything. Supabase: {@code authenticated} for signed-in users
 * @param clockSkew how far the issuer's clock may be from ours
 */
record TokenSettings(
        @DefaultValue("") String secret,
        @DefaultValue("") String jwksUrl,
        @DefaultValue("") String issuer,
        @DefaultValue("authenticated") String audience,
        @DefaultValue("30s") Duration clockSkew) {

    private static final Duration MOST_SKEW = Duration.ofMinutes(5);
    /** RFC 7518: a key of HS256 has at least as many bits as its hash. */
    private static final int LEAST_SECRET = 32;

    TokenSettings {
        if (!secret.isEmpty() && secret.getBytes(UTF_8).length < LEAST_SECRET) {
            throw new IllegalArgumentException("the secret of the tokens has at least " + LEAST_SECRET + " bytes");
        }
        if (!jwksUrl.isEmpty() && !jwksUrl.matches("https?://.+")) {
            throw new IllegalArgumentException("the public keys of the tokens are at an http or https address");
        }
        if (clockSkew.isNegative() || clockSkew.compareTo(MOST_SKEW) > 0) {
            throw new IllegalArgumentException("clocks are at most " + MOST_SKEW.toMinutes() + " minutes apart");
        }
    }

    boolean given() {
        return !secret.isEmpty() || !jwksUrl.isEmpty();
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "TokenSettings[" + (secret.isEmpty() ? "no secret" : "a secret") + ", " + jwksUrl + "]";
    }
}
