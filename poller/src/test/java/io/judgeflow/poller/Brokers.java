package io.judgeflow.poller;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.ProducerListener;

/** Takes what is published; away or stuck when told so. */
final class Brokers extends MockProducer<byte[], byte[]> {

    /** Acknowledges nothing on its own. */
    volatile boolean away;

    /** Blocks whoever sends. */
    volatile boolean stuck;

    Brokers() {
        super(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    }

    KafkaTemplate<byte[], byte[]> template() {
        var template = new KafkaTemplate<byte[], byte[]>(() -> this);
        template.setProducerListener(new ProducerListener<>() {});
        return template;
    }

    @Override
    public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
        while (stuck) {
            LockSupport.parkNanos(1_000_000);
        }
        var sent = super.send(record, callback);
        if (!away) {
            completeNext();
        }
        return sent;
    }

    @Override
    public void close(Duration timeout) {
        // The template closes after every record what its factory made for it.
    }
}
