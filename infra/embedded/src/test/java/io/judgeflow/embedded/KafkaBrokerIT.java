package io.judgeflow.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerIT {

    private static final String TOPIC = "letters";

    @TempDir
    Path directory;

    @Test
    void keepsRecordsAcrossARestartOnOtherPorts() throws Exception {
        try (var broker = KafkaBroker.start(directory, LoopbackPort.ANY, LoopbackPort.ANY)) {
            createTopic(broker);
            send(broker, "a", "b");
            assertThat(receive(broker, 2)).containsExactlyInAnyOrder("a", "b");
        }
        try (var broker = KafkaBroker.start(directory, LoopbackPort.ANY, LoopbackPort.ANY)) {
            send(broker, "c");
            assertThat(receive(broker, 3)).containsExactlyInAnyOrder("a", "b", "c");
        }
    }

    @Test
    void keepsRecordsWhenItsProcessIsKilled() throws Exception {
        try (var victim = Victim.startKafka(directory)) {
            createTopic(victim.address());
            send(victim.address(), "a");
        }
        try (var broker = KafkaBroker.start(directory, LoopbackPort.ANY, LoopbackPort.ANY)) {
            assertThat(receive(broker, 1)).containsExactly("a");
        }
    }

    @Test
    void saysInOneSentenceThatItsPortIsTaken() throws Exception {
        try (var other = new ServerSocket(LoopbackPort.ANY, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> KafkaBroker.start(directory, other.getLocalPort(), LoopbackPort.ANY))
                    .isInstanceOf(PortTaken.class)
                    .hasMessage("Port %d, wanted for Kafka, is taken by another process.", other.getLocalPort());
        }
    }

    @Test
    void refusesADirectoryInUse() {
        try (var broker = KafkaBroker.start(directory, LoopbackPort.ANY, LoopbackPort.ANY)) {
            assertThat(broker.bootstrapServers()).startsWith("127.0.0.1:");
            assertThatThrownBy(() -> KafkaBroker.start(directory, LoopbackPort.ANY, LoopbackPort.ANY))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(directory.toString());
        }
    }

    private static void createTopic(KafkaBroker broker) throws Exception {
        createTopic(broker.bootstrapServers());
    }

    private static void createTopic(String address) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", address))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 3, (short) 1))).all().get();
        }
    }

    private static void send(KafkaBroker broker, String... values) throws Exception {
        send(broker.bootstrapServers(), values);
    }

    private static void send(String address, String... values) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", address, "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (var value : values) {
                producer.send(new ProducerRecord<>(TOPIC, value, value)).get();
            }
        }
    }

    private static List<String> receive(KafkaBroker broker, int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "group.id",
                "reader-" + count,
                "group.protocol",
                "consumer",
                "auto.offset.reset",
                "earliest");
        var received = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(each -> received.add(each.value()));
                return received.size() >= count;
            });
        }
        return received;
    }
}
