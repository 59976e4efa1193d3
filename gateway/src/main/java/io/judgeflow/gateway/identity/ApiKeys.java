package io.judgeflow.gateway.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The services that have a key. */
@Component
class ApiKeys {

    private final List<ApiKey> keys;

    ApiKeys(IdentitySettings settings) {
        keys = settings.apiKeys().stream().map(ApiKey::of).toList();
        var names = keys.stream().map(ApiKey::service).map(Caller.Service::name);
        if (names.distinct().count() < keys.size()) {
            throw new IllegalArgumentException("every API key has a name of its own");
        }
    }

    /** Whose key this is. Compares with every key in full, so that the time it takes tells nothing. */
    Optional<Caller.Service> find(String key) {
        var presented = sha256(key);
        Caller.@Nullable Service found = null;
        for (var known : keys) {
            if (known.hasHash(presented)) {
                found = known.service();
            }
        }
        return Optional.ofNullable(found);
    }

    private static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
