package io.judgeflow.testkit.server;

import io.judgeflow.embedded.KafkaBroker;
import io.judgeflow.embedded.LoopbackPort;
import java.nio.file.Path;
import org.testcontainers.kafka.KafkaContainer;

/**
 * A broker for a test that needs nothing but its address. It is embedded, or with {@code -Dtest.containers} a container of
 * {@code apache/kafka}. A test that starts it again on the same data, or sets it up, takes {@link KafkaBroker}.
 */
public final class TestKafka implements AutoCloseable {

    private static final String IMAGE = "apache/kafka:4.3.1";

    private final String bootstrapServers;
    private final Runnable stop;

    private TestKafka(String bootstrapServers, Runnable stop) {
        this.bootstrapServers = bootstrapServers;
        this.stop = stop;
    }

    /**
     * Starts one.
     *
     * @param directory where an embedded one keeps its data
     */
    public static TestKafka start(Path directory) {
        return Containers.wanted() ? contained() : embedded(directory);
    }

    private static TestKafka embedded(Path directory) {
        var broker = KafkaBroker.start(directory, LoopbackPort.ANY, LoopbackPort.ANY);
        return new TestKafka(broker.bootstrapServers(), broker::close);
    }

    private static TestKafka contained() {
        var container = new KafkaContainer(Containers.image("test.containers.kafka", IMAGE))
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        Containers.start(container);
        return new TestKafka(container.getBootstrapServers(), container::stop);
    }

    /** As {@code KAFKA_BOOTSTRAP_SERVERS}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    public void close() {
        stop.run();
    }
}
