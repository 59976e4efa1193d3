package io.judgeflow.realtime.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TokenVerifierTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    private final TokenVerifier verifier = new TokenVerifier(SECRET, Clock.fixed(NOW, ZoneOffset.UTC));
    private final TokenIssuer issuer = new TokenIssuer(SECRET);

    @Test
    void believesATokenWithItsOwnSignature() throws InvalidToken {
        var claims = verifier.verify(issuer.issue("authenticated", "ann", NOW.plusSeconds(60)));
        assertThat(claims.role()).isEqualTo("authenticated");
        assertThat(claims.expiresAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(JsonMapper.shared().readTree(claims.json()).path("sub").asString())
                .isEqualTo("ann");
    }

    @Test
    void refusesAnotherSignature() {
        var other = new TokenIssuer(SECRET.toUpperCase(java.util.Locale.ROOT));
        refuses(other.issue("anon", null, NOW.plusSeconds(60)), "JwtSignatureError");
    }

    @Test
    void refusesATokenWithoutASignature() {
        var claims = new JWTClaimsSet.Builder()
                .claim("role", "service_role")
                .expirationTime(Date.from(NOW.plusSeconds(60)))
                .build();
        refuses(new PlainJWT(claims).serialize(), "MalformedJWT");
    }

    @Test
    void refusesWhatHasExpired() {
        refuses(issuer.issue("anon", null, NOW), "InvalidJWTToken: Token has expired 0 seconds ago");
    }

    @Test
    void refusesWhatIsNoToken() {
        refuses("", "MalformedJWT");
        refuses("a.b.c", "MalformedJWT");
    }

    @Test
    void wantsALongSecret() {
        assertThatThrownBy(() -> new TokenIssuer("short")).hasMessageContaining("32 bytes");
    }

    private void refuses(String token, String reason) {
        assertThatThrownBy(() -> verifier.verify(token))
                .isInstanceOf(InvalidToken.class)
                .hasMessageStartingWith(reason);
    }
}
