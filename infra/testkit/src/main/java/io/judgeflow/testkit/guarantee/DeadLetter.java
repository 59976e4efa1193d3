package io.judgeflow.testkit.guarantee;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A dead letter's headers.
 *
 * @param topic whence it comes, as are the next two
 * @param stage who put it aside
 * @param reason why
 * @param size of the value in bytes
 */
public record DeadLetter(String topic, String partition, String offset, String stage, String reason, int size) {

    /** Reads a record of the topic. */
    public static DeadLetter of(ConsumerRecord<byte[], byte[]> record) {
        return new DeadLetter(
                header(record, "dl_topic"),
                header(record, "dl_partition"),
                header(record, "dl_offset"),
                header(record, "dl_stage"),
                header(record, "dl_reason"),
                record.serializedValueSize());
    }

    /** Whence it comes, in one word. */
    public String origin() {
        return topic + "-" + partition + "@" + offset;
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
