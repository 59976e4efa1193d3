package io.judgeflow.scorer.sink;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How results are gathered before they are written.
 *
 * @param enabled false for a scorer that only scores and needs no database
 * @param batch results per statement at most
 * @param linger how long the first result of a batch waits for others, up to 64 KiB, before it is fetched: states of one
 *     job that come within it become one change of its row
 * @param window results in memory at most; beyond it no more are fetched until the database has taken some
 * @param windowSize bytes of these results, as they lie in the topic; one that is larger is written alone
 */
@ConfigurationProperties("judgeflow.scorer.sink")
record SinkSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("500") int batch,
        @DefaultValue("20ms") Duration linger,
        @DefaultValue("2000") int window,
        @DefaultValue("16MB") DataSize windowSize) {

    SinkSettings {
        if (batch < 1 || window < batch) {
            throw new IllegalArgumentException("judgeflow.scorer.sink: a batch is at least 1 and fits into the window");
        }
        if (windowSize.toBytes() < 1) {
            throw new IllegalArgumentException("judgeflow.scorer.sink.window-size is more than nothing");
        }
        if (linger.toMillis() < 1) {
            throw new IllegalArgumentException("judgeflow.scorer.sink.linger is a millisecond or more");
        }
    }
}
