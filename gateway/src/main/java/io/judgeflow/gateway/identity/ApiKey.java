package io.judgeflow.gateway.identity;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A service's key, as it is configured: never the key itself, only its SHA-256. A key is random and long, so that there is
 * nothing to guess from its hash and no slow hash is needed.
 */
final class ApiKey {

    private static final Pattern CONFIGURED =
            Pattern.compile("(?<name>[A-Za-z0-9._-]{1,64}):(?<hash>[0-9a-fA-F]{64})(?<any>:any-user)?");

    private final Caller.Service service;
    private final byte[] hash;

    private ApiKey(Caller.Service service, byte[] hash) {
        this.service = service;
        this.hash = hash;
    }

    /**
     * Reads {@code name:hash} or {@code name:hash:any-user}.
     *
     * @throws IllegalArgumentException when it is neither; the message does not repeat it
     */
    static ApiKey of(String configured) {
        var parts = CONFIGURED.matcher(configured.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "an API key is configured as name:hash or name:hash:any-user, and the hash is the SHA-256 of the key in hex");
        }
        @Nullable String anyUser = parts.group("any");
        return new ApiKey(
                new Caller.Service(parts.group("name"), anyUser != null),
                HexFormat.of().parseHex(parts.group("hash")));
    }

    Caller.Service service() {
        return service;
    }

    /** Whether this is the key's SHA-256; takes as long for every other as for a near miss. */
    boolean hasHash(byte[] presented) {
        return MessageDigest.isEqual(hash, presented);
    }

    @Override
    public String toString() {
        return "ApiKey[" + service + "]";
    }
}
