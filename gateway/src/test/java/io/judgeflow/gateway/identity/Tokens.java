package io.judgeflow.gateway.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Users' tokens for tests. */
public final class Tokens {

    public static final String SECRET = "a-secret-of-tests-that-is-long-enough-for-hs256";
    public static final String ISSUER = "https://project.example/auth/v1";

    private Tokens() {}

    /** A token as Supabase makes it. */
    public static String of(String user) {
        return hs256(claims(user).build(), SECRET);
    }

    static JWTClaimsSet.Builder claims(@Nullable String user) {
        return new JWTClaimsSet.Builder()
                .subject(user)
                .issuer(ISSUER)
                .audience("authenticated")
                .issueTime(at(Duration.ofHours(-1)))
                .expirationTime(at(Duration.ofHours(1)))
                .claim("role", "authenticated");
    }

    static Date at(Duration fromNow) {
        return Date.from(Instant.now().plus(fromNow));
    }

    static String hs256(JWTClaimsSet claims, String secret) {
        return mac(JWSAlgorithm.HS256, claims, secret.getBytes(UTF_8));
    }

    static String mac(JWSAlgorithm algorithm, JWTClaimsSet claims, byte[] secret) {
        try {
            return signed(header(algorithm, null), claims, new MACSigner(secret));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String es256(JWTClaimsSet claims, ECKey key) {
        try {
            return signed(header(JWSAlgorithm.ES256, key.getKeyID()), claims, new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String rs256(JWTClaimsSet claims, RSAKey key) {
        try {
            return signed(header(JWSAlgorithm.RS256, key.getKeyID()), claims, new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) {
        try {
            var token = new SignedJWT(header, claims);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWSHeader header(JWSAlgorithm algorithm, @Nullable String key) {
        return new JWSHeader.Builder(algorithm)
                .type(JOSEObjectType.JWT)
                .keyID(key)
                .build();
    }
}
