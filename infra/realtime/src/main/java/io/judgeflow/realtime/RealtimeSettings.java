package io.judgeflow.realtime;

import io.judgeflow.realtime.socket.RealtimeLimits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where this endpoint gets what it tells.
 *
 * @param database {@code postgresql://user:password@host:port/database}; a superuser on a server with
 *     {@code wal_level=logical}; a secret
 * @param secret what tokens are signed with (HS256), 32 or more bytes
 */
@ConfigurationProperties("judgeflow.realtime")
public record RealtimeSettings(
        @DefaultValue("") String database,
        @DefaultValue("") String secret,
        @DefaultValue RealtimeLimits limits) {

    /** Shows no secret. */
    @Override
    public String toString() {
        return "RealtimeSettings[limits=" + limits + "]";
    }
}
