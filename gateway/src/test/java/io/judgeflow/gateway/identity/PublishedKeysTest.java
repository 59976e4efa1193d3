package io.judgeflow.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import io.judgeflow.gateway.GatewayTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

@GatewayTest
class PublishedKeysTest {

    private static final AtomicInteger ASKED = new AtomicInteger();
    private static final ECKey EC = ec("first");
    private static final RSAKey RSA = rsa("second");
    private static final HttpServer ISSUER = issuer();

    private final WebTestClient client;

    PublishedKeysTest(WebTestClient client) {
        this.client = client;
    }

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry properties) {
        properties.add(
                "judgeflow.gateway.identity.jwt.jwks-url",
                () -> "http://127.0.0.1:" + ISSUER.getAddress().getPort() + "/jwks.json");
    }

    @AfterAll
    static void stop() {
        ISSUER.stop(0);
    }

    @Test
    void takesWhatIsSignedWithAPublishedKey() {
        answers(Tokens.es256(Tokens.claims("alice").build(), EC), HttpStatus.OK);
        answers(Tokens.rs256(Tokens.claims("alice").build(), RSA), HttpStatus.OK);
    }

    @Test
    void refusesEveryOtherKeyAndDoesNotAskTheIssuerEachTime() {
        answers(Tokens.es256(Tokens.claims("alice").build(), EC), HttpStatus.OK);
        IntStream.range(0, 20)
                .forEach(i -> answers(
                        Tokens.es256(Tokens.claims("alice").build(), ec("unknown" + i)), HttpStatus.UNAUTHORIZED));
        answers(Tokens.es256(Tokens.claims("alice").build(), ec("first")), HttpStatus.UNAUTHORIZED);
        answers(Tokens.es256(Tokens.claims("alice").build(), EC), HttpStatus.OK);
        assertThat(ASKED).hasValueLessThanOrEqualTo(3);
    }

    @Test
    void aPublicKeyIsNoSecret() throws Exception {
        var der = RSA.toRSAPublicKey().getEncoded();
        var pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(der)
                + "\n-----END PUBLIC KEY-----\n";
        var claims = Tokens.claims("alice").build();
        for (var secret : new byte[][] {
            der,
            pem.getBytes(StandardCharsets.US_ASCII),
            RSA.toPublicJWK().toString().getBytes(StandardCharsets.UTF_8)
        }) {
            answers(Tokens.mac(JWSAlgorithm.HS256, claims, secret), HttpStatus.UNAUTHORIZED);
        }
    }

    @Test
    void aKeyThatTheTokenBringsAlongCountsForNothing() throws Exception {
        var own = ec("first");
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID("first")
                .jwk(own.toPublicJWK())
                .build();
        answers(Tokens.signed(header, Tokens.claims("alice").build(), new ECDSASigner(own)), HttpStatus.UNAUTHORIZED);
    }

    private void answers(String token, HttpStatus status) {
        var answer = client.get()
                .uri("/api/languages")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .expectStatus()
                .isEqualTo(status);
        if (status.isError()) {
            answer.expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
        }
    }

    private static HttpServer issuer() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/jwks.json", exchange -> {
                ASKED.incrementAndGet();
                var keys = "{\"keys\":[" + EC.toPublicJWK() + "," + RSA.toPublicJWK() + "]}";
                var body = keys.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey ec(String name) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(name).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey rsa(String name) {
        try {
            return new RSAKeyGenerator(2048).keyID(name).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
