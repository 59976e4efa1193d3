package io.judgeflow.realtime.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;

/** Believes tokens that were signed with one secret (HS256) and that name a role and a time in the future. */
public final class TokenVerifier {

    private final JWSVerifier signature;
    private final Clock clock;

    /**
     * Knows the one secret.
     *
     * @param secret 32 or more bytes of UTF-8
     */
    public TokenVerifier(String secret, Clock clock) {
        try {
            this.signature = new MACVerifier(secret.getBytes(StandardCharsets.UTF_8));
        } catch (JOSEException e) {
            throw new IllegalArgumentException("the secret is too short: 32 bytes are needed", e);
        }
        this.clock = clock;
    }

    /** What the token says. */
    public Claims verify(String token) throws InvalidToken {
        try {
            var jwt = SignedJWT.parse(token);
            if (!jwt.getHeader().getAlgorithm().equals(JWSAlgorithm.HS256) || !jwt.verify(signature)) {
                throw new InvalidToken("JwtSignatureError: Failed to validate JWT signature");
            }
            return claims(jwt);
        } catch (ParseException e) {
            throw new InvalidToken("MalformedJWT: The token provided is not a valid JWT");
        } catch (JOSEException e) {
            throw new InvalidToken("JwtSignatureError: Failed to validate JWT signature");
        }
    }

    private Claims claims(SignedJWT jwt) throws InvalidToken, ParseException {
        var set = jwt.getJWTClaimsSet();
        var role = set.getStringClaim("role");
        var expiry = set.getExpirationTime();
        if (role == null || expiry == null) {
            throw new InvalidToken("InvalidJWTToken: Fields `role` and `exp` are required in JWT");
        }
        var late = Duration.between(expiry.toInstant(), clock.instant());
        if (!late.isNegative()) {
            throw new InvalidToken("InvalidJWTToken: Token has expired " + late.toSeconds() + " seconds ago");
        }
        return new Claims(role, jwt.getPayload().toString(), expiry.toInstant());
    }
}
