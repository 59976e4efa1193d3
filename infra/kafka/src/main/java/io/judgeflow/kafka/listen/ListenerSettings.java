package io.judgeflow.kafka.listen;

import java.time.Duration;

/**
 * How a listener listens.
 *
 * @param group the consumer group, without the prefix
 * @param window records under way at once, over all partitions of one listener
 * @param commitInterval time between two commits; what was handled since the last is handled again after a crash
 */
public record ListenerSettings(String group, int window, Duration commitInterval) {

    /** A window of this size, committed five times a second. */
    public static ListenerSettings of(String group, int window) {
        return new ListenerSettings(group, window, Duration.ofMillis(200));
    }

    public ListenerSettings {
        if (window < 1) {
            throw new IllegalArgumentException("the window is at least 1");
        }
    }
}
