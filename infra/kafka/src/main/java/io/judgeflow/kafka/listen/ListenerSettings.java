package io.judgeflow.kafka.listen;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * How a listener listens.
 *
 * @param group the consumer group, without the prefix
 * @param window records under way at once, over all partitions of one listener
 * @param bytes of all records under way, as they lie in their topics; one that is larger is under way alone
 * @param commitInterval time between two commits; what was handled since the last is handled again after a crash
 * @param client what is different from {@link ConsumerDefaults} for this listener's consumer
 */
public record ListenerSettings(
        String group, int window, long bytes, Duration commitInterval, Map<String, String> client) {

    /** A window of this size, whatever its records weigh, committed five times a second. */
    public static ListenerSettings of(String group, int window) {
        return new ListenerSettings(group, window, Long.MAX_VALUE, Duration.ofMillis(200), Map.of());
    }

    public ListenerSettings {
        if (window < 1 || bytes < 1) {
            throw new IllegalArgumentException("a window has room for something");
        }
        client = Map.copyOf(client);
    }

    /**
     * The same for large records that transactions write, which are read once they are committed.
     *
     * @param bytes of all records under way
     * @param polled records that the brokers' client hands over at once, and that are in memory before the window is
     *     asked
     */
    public ListenerSettings within(long bytes, int polled) {
        return new ListenerSettings(group, window, bytes, commitInterval, client)
                .with(Map.of(
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        String.valueOf(polled),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"));
    }

    /** The same for records that may wait so long for {@linkplain ConsumerDefaults#inCompany others} to be fetched with. */
    public ListenerSettings inCompany(Duration longest) {
        return with(ConsumerDefaults.inCompany(longest));
    }

    private ListenerSettings with(Map<String, String> more) {
        var client = new HashMap<>(this.client);
        client.putAll(more);
        return new ListenerSettings(group, window, bytes, commitInterval, client);
    }

    /** The same for a group of this name. */
    ListenerSettings named(String group) {
        return new ListenerSettings(group, window, bytes, commitInterval, client);
    }

    /** As the brokers' client takes it. */
    Properties properties() {
        var properties = new Properties();
        properties.putAll(client);
        return properties;
    }
}
