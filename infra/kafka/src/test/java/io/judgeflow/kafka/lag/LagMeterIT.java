package io.judgeflow.kafka.lag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.judgeflow.testkit.server.TestKafka;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LagMeterIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static TestKafka broker;
    private static Admin admin;

    @BeforeAll
    static void start(@TempDir Path directory) throws ExecutionException, InterruptedException {
        broker = TestKafka.start(directory);
        admin = connect();
        admin.createTopics(List.of(new NewTopic("a", 2, (short) 1), new NewTopic("b", 1, (short) 1)))
                .all()
                .get();
        write("a", 0, 10);
        write("a", 1, 5);
        write("b", 0, 3);
    }

    @AfterAll
    static void stop() {
        admin.close();
        broker.close();
    }

    @Test
    void saysHowMuchAGroupHasBeforeItInEachTopic() throws ExecutionException, InterruptedException {
        var marks = Map.of(new TopicPartition("a", 0), new OffsetAndMetadata(4));
        admin.alterConsumerGroupOffsets("some", marks).all().get();
        assertThat(lags("some")).containsOnly(Map.entry("a", 11L), Map.entry("b", 3L));
    }

    @Test
    void aGroupThatHasCommittedNothingHasEverythingBeforeIt() {
        assertThat(lags("new")).containsOnly(Map.entry("a", 15L), Map.entry("b", 3L));
    }

    @Test
    void tellsItAsAGaugeWhileItRuns() {
        var meters = new SimpleMeterRegistry();
        var meter = new LagMeter(LagMeterIT::connect, List.of(consumption("gauged")), meters);
        var gauge = meters.get("judgeflow.lag")
                .tags("group", "gauged", "topic", "a")
                .gauge();
        assertThat(gauge.value()).as("before anybody was asked").isEqualTo(-1);
        meter.start();
        await().atMost(PATIENCE).until(() -> gauge.value() == 15);
        meter.stop();
        assertThat(meter.isRunning()).isFalse();
    }

    private static Map<String, Long> lags(String group) {
        return new Backlog(admin, consumption(group))
                .byTopic()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private static Consumption consumption(String group) {
        return new Consumption() {
            @Override
            public String group() {
                return group;
            }

            @Override
            public Collection<String> topics() {
                return List.of("a", "b");
            }
        };
    }

    private static Admin connect() {
        var properties = new Properties();
        properties.put("bootstrap.servers", broker.bootstrapServers());
        return Admin.create(properties);
    }

    private static void write(String topic, int partition, int records)
            throws ExecutionException, InterruptedException {
        var properties = new Properties();
        properties.put("bootstrap.servers", broker.bootstrapServers());
        try (var producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var i = 0; i < records; i++) {
                producer.send(new ProducerRecord<>(topic, partition, null, new byte[] {1}))
                        .get();
            }
        }
    }
}
