package io.judgeflow.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.r2dbc.core.DatabaseClient;

/** A real server with TLS, whose certificate is its own authority and good for 127.0.0.1 alone. */
class TlsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path directory;

    private static TestDatabase database;
    private static Path authority;

    @BeforeAll
    static void start() throws Exception {
        database = TestDatabase.start(directory.resolve("database"));
        var keys = keys();
        authority = Files.writeString(
                directory.resolve("authority.pem"),
                pem("CERTIFICATE", keys.getCertificate("server").getEncoded()));
        give("server.crt", Files.readString(authority));
        give("server.key", pem("PRIVATE KEY", keys.getKey("server", PASSWORD).getEncoded()));
        database.administer("alter system set ssl = on", "select pg_reload_conf()");
        await().atMost(PATIENCE).until(() -> database.ask("show ssl").equals(List.of("on")));
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?sslmode=prefer", "?sslmode=require"})
    void encryptsWithoutKnowingTheAuthority(String parameters) {
        assertThat(encrypted(database.url() + parameters)).isEqualTo("true");
    }

    @Test
    void doesNotEncryptWhenToldNotTo() {
        assertThat(encrypted(database.url() + "?sslmode=disable")).isEqualTo("false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify-ca", "verify-full"})
    void trustsTheAuthorityThatItIsGiven(String mode) {
        assertThat(encrypted(database.url() + "?sslmode=" + mode + "&sslrootcert=" + authority))
                .isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify-full", "verify-full&sslrootcert=system"})
    void refusesAnAuthorityThatNobodyTrusts(String mode) {
        assertThatThrownBy(() -> encrypted(database.url() + "?sslmode=" + mode))
                .hasStackTraceContaining("unable to find valid certification path");
    }

    @Test
    void refusesAServerWhoseCertificateIsForAnotherName() {
        var byName = database.url().replace("127.0.0.1", "localhost") + "?sslrootcert=" + authority;

        assertThat(encrypted(byName + "&sslmode=verify-ca")).isEqualTo("true");
        assertThatThrownBy(() -> encrypted(byName + "&sslmode=verify-full")).hasStackTraceContaining("localhost");
    }

    private static String encrypted(String url) {
        var connections = ConnectionPools.open(StoreSettings.of(url));
        try {
            return TestDatabase.ask(
                            DatabaseClient.create(connections),
                            "select ssl from pg_stat_ssl where pid = pg_backend_pid()")
                    .getFirst();
        } finally {
            connections.dispose();
        }
    }

    /** Puts a file into the server's directory, as the user that the server runs as. */
    private static void give(String name, String content) {
        var encoded = Base64.getEncoder().encodeToString(content.getBytes(US_ASCII));
        database.administer("copy (select '" + encoded + "') to program 'umask 077 && base64 -d > " + name + "'");
    }

    private static KeyStore keys() throws IOException, InterruptedException, GeneralSecurityException {
        var store = directory.resolve("keys.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var options = "-genkeypair -alias server -keyalg RSA -ext san=ip:127.0.0.1 -dname CN=judgeflow -validity 2"
                + " -storetype PKCS12 -storepass " + new String(PASSWORD);
        var words = Stream.concat(Stream.of(keytool, "-keystore", store.toString()), Stream.of(options.split(" ")));
        var made = new ProcessBuilder(words.toList()).inheritIO().start();
        assertThat(made.waitFor()).isZero();
        return KeyStore.getInstance(store.toFile(), PASSWORD);
    }

    private static String pem(String kind, byte[] bytes) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(kind, lines);
    }
}
