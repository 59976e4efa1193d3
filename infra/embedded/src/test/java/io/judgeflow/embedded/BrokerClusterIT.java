package io.judgeflow.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerClusterIT {

    private static final String TOPIC = "letters";

    @TempDir
    Path directory;

    private final BrokerCluster cluster = BrokerCluster.create();

    @Test
    void keepsTakingRecordsWhileAnyOneOfThreeIsAway() throws Exception {
        var brokers = new ArrayList<>(sideBySide(IntStream.rangeClosed(1, BrokerCluster.SIZE)
                .<Supplier<KafkaBroker>>mapToObj(number -> () -> start(number))
                .toList()));
        try {
            createTopic();
            for (int away = 0; away < BrokerCluster.SIZE; away++) {
                brokers.get(away).close();
                assertThat(send("without " + away).offset()).isEqualTo(2L * away);
                brokers.set(away, start(away + 1));
                assertThat(send("with " + away).offset()).isEqualTo(2L * away + 1);
            }
        } finally {
            sideBySide(
                    brokers.stream().<Supplier<KafkaBroker>>map(this::closing).toList());
        }
    }

    @Test
    void isTheSameAfterItWasWrittenDown() {
        assertThat(BrokerCluster.of(cluster.text())).isEqualTo(cluster);
    }

    @Test
    void hasNoFourthMember() {
        assertThatThrownBy(() -> cluster.member(4)).hasMessage("there is no member 4");
    }

    private static List<KafkaBroker> sideBySide(List<Supplier<KafkaBroker>> deeds) {
        try (var threads = Executors.newFixedThreadPool(BrokerCluster.SIZE)) {
            var begun = deeds.stream()
                    .map(deed -> CompletableFuture.supplyAsync(deed, threads))
                    .toList();
            return begun.stream().map(CompletableFuture::join).toList();
        }
    }

    private Supplier<KafkaBroker> closing(KafkaBroker broker) {
        return () -> {
            broker.close();
            return broker;
        };
    }

    private KafkaBroker start(int number) {
        return KafkaBroker.start(directory.resolve("" + number), cluster.member(number));
    }

    private void createTopic() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
            var topics = admin.describeTopics(List.of(TOPIC)).allTopicNames().get();
            assertThat(topics.values())
                    .allMatch(topic -> topic.partitions().getFirst().replicas().size() == BrokerCluster.SIZE);
        }
    }

    private RecordMetadata send(String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", cluster.bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            return producer.send(new ProducerRecord<>(TOPIC, value)).get();
        }
    }
}
