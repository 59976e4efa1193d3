package io.judgeflow.gateway.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

@GuardedGatewayTest
class ForgedTokenTest {

    private final WebTestClient client;

    ForgedTokenTest(WebTestClient client) {
        this.client = client;
    }

    @ParameterizedTest
    @MethodSource({"forged", "otherAlgorithms", "stale", "othersTokens", "noTokens"})
    void isRefused(String bearer) {
        refused("Bearer " + bearer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer a b", "Bearer {}", "bearer \u00e4", "Bearer a,Bearer b"})
    void whatIsNoBearerAtAllIsRefused(String authorization) {
        refused(authorization);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic a2V5OmtleQ==", "Digest username=x", "key-of-the-ci"})
    void otherWaysOfSayingItAreNotHeard(String authorization) {
        client.get()
                .uri("/api/languages")
                .header(HttpHeaders.AUTHORIZATION, authorization)
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void aGoodTokenIsTaken() {
        for (var token : new String[] {
            Tokens.of("alice"),
            Tokens.hs256(
                    Tokens.claims("alice")
                            .expirationTime(Tokens.at(Duration.ofSeconds(-5)))
                            .build(),
                    Tokens.SECRET),
            Tokens.hs256(
                    Tokens.claims("alice")
                            .notBeforeTime(Tokens.at(Duration.ofSeconds(5)))
                            .build(),
                    Tokens.SECRET)
        }) {
            client.get()
                    .uri("/api/languages")
                    .headers(headers -> headers.setBearerAuth(token))
                    .exchange()
                    .expectStatus()
                    .isOk();
        }
    }

    static Stream<Arguments> forged() throws Exception {
        var good = Tokens.of("alice");
        var header = good.substring(0, good.indexOf('.'));
        var bob = encoded(Tokens.claims("bob").build().toString());
        var strange = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .criticalParams(Set.of("strange"))
                .customParam("strange", true)
                .build();
        return Stream.of(
                argumentSet("another secret", Tokens.hs256(claims().build(), Tokens.SECRET + "?")),
                argumentSet("no signature", good.substring(0, good.lastIndexOf('.') + 1)),
                argumentSet("another user", header + "." + bob + signature()),
                argumentSet("critical", Tokens.signed(strange, claims().build(), new MACSigner(Tokens.SECRET))));
    }

    static Stream<Arguments> otherAlgorithms() {
        var claims = claims().build();
        var payload = "." + encoded(claims.toString());
        var long512 = (Tokens.SECRET + Tokens.SECRET).getBytes(UTF_8);
        return Stream.of(
                argumentSet("none", new PlainJWT(claims).serialize()),
                argumentSet(
                        "none, and signed",
                        new PlainJWT(claims).serialize() + signature().substring(1)),
                argumentSet("NoNe", encoded("{\"alg\":\"NoNe\"}") + payload + "."),
                argumentSet("not named", encoded("{}") + payload + signature()),
                argumentSet("a number", encoded("{\"alg\":1}") + payload + signature()),
                argumentSet("HS512", Tokens.mac(JWSAlgorithm.HS512, claims, long512)),
                argumentSet("RS256 by name", encoded("{\"alg\":\"RS256\"}") + payload + signature()));
    }

    static Stream<Arguments> stale() {
        return Stream.of(
                argumentSet("expired", own(claims().expirationTime(Tokens.at(Duration.ofMinutes(-1))))),
                argumentSet("not yet valid", own(claims().notBeforeTime(Tokens.at(Duration.ofMinutes(1))))),
                argumentSet("for ever", own(claims().expirationTime(null))),
                argumentSet("expires some day", own(claims().claim("exp", "some day"))),
                argumentSet("expires beyond all time", own(claims().claim("exp", 1e300))),
                argumentSet("expires in a list", own(claims().claim("exp", new int[] {1}))));
    }

    static Stream<Arguments> othersTokens() throws Exception {
        var access = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(new JOSEObjectType("at+jwt"))
                .build();
        return Stream.of(
                argumentSet("no subject, as in Supabase's public key", own(claims().subject(null))),
                argumentSet("blank subject", own(claims().subject(" "))),
                argumentSet("subject of two lines", own(claims().subject("a\nb"))),
                argumentSet("endless subject", own(claims().subject("a".repeat(200)))),
                argumentSet("a service's name", own(claims().subject("service:ci"))),
                argumentSet("subject is an object", own(claims().claim("sub", java.util.Map.of("a", 1)))),
                argumentSet("another issuer", own(claims().issuer("https://elsewhere.example"))),
                argumentSet("no issuer", own(claims().issuer(null))),
                argumentSet("another audience", own(claims().audience("anon"))),
                argumentSet("no audience", own(claims().audience((String) null))),
                argumentSet(
                        "another kind of token",
                        Tokens.signed(access, claims().build(), new MACSigner(Tokens.SECRET))));
    }

    static Stream<Arguments> noTokens() {
        var deep = "{\"alg\":".repeat(500) + "1" + "}".repeat(500);
        return Stream.of(
                argumentSet("a key that nobody has", "key-of-nobody"),
                argumentSet("a key and more", "key-of-the-ci0"),
                argumentSet("the hash of a key", GuardedGatewayTest.CI_HASH),
                argumentSet("the name of a key", "ci"),
                argumentSet("dots", "..."),
                argumentSet("two dots", ".."),
                argumentSet("five parts", "a.b.c.d.e"),
                argumentSet("no JSON", "a.b.c"),
                argumentSet("a header of nested objects", encoded(deep) + ".e30.c2ln"),
                argumentSet("long", "a.".repeat(3000) + "a"));
    }

    private static JWTClaimsSet.Builder claims() {
        return Tokens.claims("alice");
    }

    private static String signature() {
        var good = Tokens.of("alice");
        return good.substring(good.lastIndexOf('.'));
    }

    private static String own(JWTClaimsSet.Builder claims) {
        return Tokens.hs256(claims.build(), Tokens.SECRET);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private void refused(String authorization) {
        client.get()
                .uri("/api/languages")
                .header(HttpHeaders.AUTHORIZATION, authorization)
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:judgeflow:problem:bad-credentials")
                .jsonPath("$.detail")
                .isNotEmpty();
    }
}
