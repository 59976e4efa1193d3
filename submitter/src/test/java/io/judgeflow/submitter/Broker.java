package io.judgeflow.submitter;

import java.time.Duration;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.core.KafkaTemplate;

/** Takes what is published, at once. */
final class Broker extends MockProducer<byte[], byte[]> {

    Broker() {
        super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    }

    KafkaTemplate<byte[], byte[]> template() {
        return new KafkaTemplate<>(() -> this);
    }

    /** The first record of a topic. */
    ProducerRecord<byte[], byte[]> sentTo(String topic) {
        return history().stream()
                .filter(sent -> sent.topic().equals(topic))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close(Duration timeout) {
        // The template closes after every record what its factory made for it.
    }
}
