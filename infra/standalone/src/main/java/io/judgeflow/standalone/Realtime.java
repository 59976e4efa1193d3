package io.judgeflow.standalone;

import io.judgeflow.embedded.CannotStart;
import io.judgeflow.realtime.token.TokenIssuer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

/**
 * Whether our own stand-in for Supabase Realtime runs, and what it and the page are told. The page gets a key and a token
 * for the one user of this machine: what they open is local data on a loopback port.
 *
 * @param endpoint settings of the stand-in; holds secrets
 * @param page settings of the gateway; empty when it reads them from the environment itself
 */
record Realtime(boolean wanted, Map<String, String> endpoint, Map<String, String> page) {

    private static final String USER = "playground";
    private static final int SECRET_BYTES = 32;
    private static final Duration KEY_LASTS = Duration.ofDays(3650);

    /** Longer than a stack runs. */
    private static final Duration TOKEN_LASTS = Duration.ofDays(90);

    /** Beside our own database: it takes a superuser, and Supabase brings the real thing. */
    static boolean isOurs(Elsewhere elsewhere) {
        return elsewhere.database() == null && elsewhere.supabase() == null;
    }

    static Realtime in(Surroundings surroundings) {
        return isOurs(surroundings.elsewhere()) ? ours(surroundings) : new Realtime(false, Map.of(), Map.of());
    }

    /** Where it is, as supabase-js takes it. */
    static String url(Surroundings surroundings) {
        return "http://127.0.0.1:" + surroundings.ports().realtime();
    }

    private static Realtime ours(Surroundings surroundings) {
        var secret = secret(surroundings.data().of("realtime"));
        var tokens = new TokenIssuer(secret);
        var now = Instant.now();
        return new Realtime(
                true,
                Map.of(
                        "judgeflow.realtime.database",
                        surroundings.infrastructure().database(),
                        "judgeflow.realtime.secret",
                        secret),
                Map.of(
                        "judgeflow.gateway.realtime.url",
                        url(surroundings),
                        "judgeflow.gateway.realtime.key",
                        tokens.issue("anon", null, now.plus(KEY_LASTS)),
                        "judgeflow.gateway.realtime.token",
                        tokens.issue("authenticated", USER, now.plus(TOKEN_LASTS))));
    }

    /** The same from one start to the next, so that a page that is still open goes on. */
    private static String secret(Path directory) {
        var file = directory.resolve("secret");
        try {
            Files.createDirectories(directory);
            if (Files.notExists(file)) {
                var ownerOnly = PosixFilePermissions.fromString("rw-------");
                Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly));
            }
            if (Files.size(file) == 0) {
                var secret = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(secret);
                Files.writeString(file, HexFormat.of().formatHex(secret));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new CannotStart("The key of Realtime cannot be kept in %s: %s".formatted(file, e), e);
        }
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "Realtime[wanted=" + wanted + "]";
    }
}
