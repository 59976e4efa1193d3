package io.judgeflow.kafka.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.judgeflow.contracts.topic.Topic;
import java.time.Clock;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;

/** CloudEvents 1.0, Kafka binding, binary mode. The id is made from the value: the same fact has the same id. */
final class CloudEventHeaders {

    private static final byte[] SPEC_VERSION = bytes("1.0");
    private static final byte[] JSON = bytes("application/json");

    private final byte[] source;
    private final Clock clock;

    CloudEventHeaders(String source, Clock clock) {
        this.source = bytes("/judgeflow/" + source);
        this.clock = clock;
    }

    void addTo(Headers headers, Topic<?, ?> topic, byte[] value) {
        headers.add("ce_specversion", SPEC_VERSION)
                .add("ce_id", bytes(UUID.nameUUIDFromBytes(value).toString()))
                .add("ce_type", bytes("io.judgeflow." + topic.base()))
                .add("ce_source", source)
                .add("ce_time", bytes(clock.instant().toString()))
                .add("content-type", JSON);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
