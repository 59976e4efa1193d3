package io.judgeflow.realtime.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Signs tokens as Supabase does, for development and tests (HS256). */
public final class TokenIssuer {

    private final JWSSigner signature;

    /**
     * Knows the one secret.
     *
     * @param secret 32 or more bytes of UTF-8
     */
    public TokenIssuer(String secret) {
        try {
            this.signature = new MACSigner(secret.getBytes(StandardCharsets.UTF_8));
        } catch (JOSEException e) {
            throw new IllegalArgumentException("the secret is too short: 32 bytes are needed", e);
        }
    }

    /**
     * A new token.
     *
     * @param role such as {@code anon} or {@code authenticated}
     * @param subject the user's id; null for nobody in particular
     */
    public String issue(String role, @Nullable String subject, Instant expiresAt) {
        var claims = new JWTClaimsSet.Builder()
                .issuer("judgeflow")
                .claim("role", role)
                .subject(subject)
                .expirationTime(Date.from(expiresAt))
                .build();
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(signature);
        } catch (JOSEException e) {
            throw new IllegalStateException("HS256 is always there", e);
        }
        return token.serialize();
    }
}
