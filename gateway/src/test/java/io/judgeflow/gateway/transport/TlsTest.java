package io.judgeflow.gateway.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.gateway.GatewayTest;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(properties = "judgeflow.gateway.request.body-within=300ms")
class TlsTest {

    private static final X509Bundle CERTIFICATE = certificate();

    private final int port;

    TlsTest(@LocalServerPort int port) {
        this.port = port;
    }

    @DynamicPropertySource
    static void certificate(DynamicPropertyRegistry properties) {
        properties.add("server.ssl.certificate", CERTIFICATE::getCertificatePathPEM);
        properties.add("server.ssl.certificate-private-key", CERTIFICATE::getPrivateKeyPEM);
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
    void speaksWhatTheClientPrefers(Version version) throws Exception {
        var taken = post(version, "{\"lang\": \"python\", \"code\": \"print(1)\"}");
        assertThat(taken.statusCode()).isEqualTo(202);
        assertThat(taken.version()).isEqualTo(version);

        var refused = post(version, "{");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"status\":400");
    }

    @Test
    void whatIsNoHttpIsAnsweredWithAProblem() throws Exception {
        assertThat(say("GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("\"status\":400");
    }

    @Test
    void headersThatDoNotEndAreNotWaitedFor() throws Exception {
        assertThat(say("GET / HTTP/1.1\r\nHost: loc")).isEmpty();
    }

    private HttpResponse<String> post(Version version, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/api/execute"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try (var client =
                HttpClient.newBuilder().version(version).sslContext(trust()).build()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private String say(String request) throws Exception {
        try (var socket = trust().getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static X509Bundle certificate() {
        try {
            return new CertificateBuilder()
                    .subject("CN=localhost")
                    .addSanDnsName("localhost")
                    .setIsCertificateAuthority(true)
                    .buildSelfSigned();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext trust() throws GeneralSecurityException, IOException {
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(CERTIFICATE.toKeyStore(new char[0]));
        var context = SSLContext.getInstance("TLS");
        context.init(null, trusted.getTrustManagers(), null);
        return context;
    }
}
