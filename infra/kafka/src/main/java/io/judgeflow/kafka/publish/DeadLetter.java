package io.judgeflow.kafka.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.judgeflow.contracts.job.Origin;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as it lies in its topic. Whatever its headers lack is empty, or before the first of all records: anybody
 * may have written it.
 *
 * @param record with its value, which is the user's own and stays out of logs
 */
public record DeadLetter(ConsumerRecord<byte[], byte[]> record) {

    /** On a record that was put back: which letter it comes from. */
    private static final String EMITTED = "dl_emitted";

    private static final String OURS = "dl_";
    private static final Origin NOWHERE = new Origin(-1, -1);
    private static final Pattern PLACE = Pattern.compile("(\\d{1,9}):(\\d{1,18})");

    /** Where it lies itself. */
    public Origin place() {
        return new Origin(record.partition(), record.offset());
    }

    /** When it was put aside. */
    public Instant at() {
        return Instant.ofEpochMilli(record.timestamp());
    }

    /** The full name of the topic that it comes from. */
    public String topic() {
        return header(record.headers(), "dl_topic");
    }

    /** Where it lay there. */
    public Origin from() {
        return place(header(record.headers(), "dl_partition") + ":" + header(record.headers(), "dl_offset"))
                .orElse(NOWHERE);
    }

    /** Who gave up. */
    public String stage() {
        return header(record.headers(), "dl_stage");
    }

    /** Why. */
    public String reason() {
        return header(record.headers(), "dl_reason");
    }

    /** True when key and value are not here, as the brokers would not take them together with the headers. */
    public boolean dropped() {
        return reason().endsWith(DeadLetters.TOO_LARGE);
    }

    /** The letter that it was emitted from before it was put aside once more. */
    public Optional<Origin> cameFrom() {
        return emittedFrom(record.headers());
    }

    /** The letter that a record of any topic was emitted from; empty for the others. */
    public static Optional<Origin> emittedFrom(Headers headers) {
        return place(header(headers, EMITTED));
    }

    /**
     * The record as it was, for the topic that it comes from; with one header more, which says that it comes from here.
     *
     * @param partition null to choose by the key
     */
    ProducerRecord<byte[], byte[]> asItWas(@Nullable Integer partition) {
        var back = new ProducerRecord<>(topic(), partition, record.key(), record.value());
        record.headers().forEach(header -> {
            if (!header.key().startsWith(OURS)) {
                back.headers().add(header);
            }
        });
        back.headers().add(EMITTED, (record.partition() + ":" + record.offset()).getBytes(UTF_8));
        return back;
    }

    private static Optional<Origin> place(String text) {
        var place = PLACE.matcher(text);
        return place.matches()
                ? Optional.of(new Origin(Integer.parseInt(place.group(1)), Long.parseLong(place.group(2))))
                : Optional.empty();
    }

    private static String header(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
    }

    @Override
    public String toString() {
        return "DeadLetter[" + place() + "]";
    }
}
