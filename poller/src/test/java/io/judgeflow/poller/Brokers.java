package io.judgeflow.poller;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
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

    /** Every topic has six. */
    @Override
    public List<PartitionInfo> partitionsFor(String topic) {
        return IntStream.range(0, 6)
                .mapToObj(partition -> new PartitionInfo(topic, partition, null, new Node[0], new Node[0]))
                .toList();
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
