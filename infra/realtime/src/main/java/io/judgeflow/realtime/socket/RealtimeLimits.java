package io.judgeflow.realtime.socket;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * What clients may take.
 *
 * @param sockets open at once
 * @param channels joined on one socket at once (Supabase: 100)
 * @param backlog what may wait for a slow client before it is disconnected
 * @param idle how long a client may be silent; supabase-js sends a heartbeat every 25 s
 */
public record RealtimeLimits(
        @DefaultValue("500") int sockets,
        @DefaultValue("100") int channels,
        @DefaultValue("4MB") DataSize backlog,
        @DefaultValue("60s") Duration idle) {

    public RealtimeLimits {
        Assert.isTrue(sockets > 0, "judgeflow.realtime.limits.sockets must be positive");
        Assert.isTrue(channels > 0, "judgeflow.realtime.limits.channels must be positive");
        Assert.isTrue(backlog.toBytes() > 0, "judgeflow.realtime.limits.backlog must be positive");
        Assert.isTrue(idle.isPositive(), "judgeflow.realtime.limits.idle must be positive");
    }
}
