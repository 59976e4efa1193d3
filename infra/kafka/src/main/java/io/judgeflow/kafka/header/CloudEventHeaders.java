package io.judgeflow.kafka.header;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.judgeflow.contracts.event.EventType;
import java.time.Clock;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;

/** CloudEvents 1.0, Kafka binding, binary mode. The id is made from the value: the same fact has the same id. */
public final class CloudEventHeaders {

    private static final byte[] SPEC_VERSION = bytes("1.0");
    private static final byte[] JSON = bytes("application/json");

    private static final ClassValue<byte[]> TYPES = new ClassValue<>() {
        @Override
        protected byte[] computeValue(Class<?> event) {
            return bytes(EventType.of(event).qualified());
        }
    };

    private final byte[] source;
    private final Clock clock;

    /** @param source the service that writes, as {@code ce_source} */
    public CloudEventHeaders(String source, Clock clock) {
        this.source = bytes("/judgeflow/" + source);
        this.clock = clock;
    }

    /**
     * Puts them among the headers of a record, in place of those of another event.
     *
     * @param event what the record is about
     * @param value the same as it is written
     */
    public void put(Headers headers, Object event, byte[] value) {
        put(headers, "ce_specversion", SPEC_VERSION);
        put(headers, "ce_id", bytes(UUID.nameUUIDFromBytes(value).toString()));
        put(headers, "ce_type", TYPES.get(event.getClass()));
        put(headers, "ce_source", source);
        put(headers, "ce_time", bytes(clock.instant().toString()));
        put(headers, "content-type", JSON);
    }

    private static void put(Headers headers, String name, byte[] value) {
        headers.remove(name).add(name, value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
