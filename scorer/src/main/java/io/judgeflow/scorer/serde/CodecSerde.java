package io.judgeflow.scorer.serde;

import io.judgeflow.contracts.codec.Codec;
import io.judgeflow.contracts.codec.TextCodec;
import io.judgeflow.kafka.header.CloudEventHeaders;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/** Serdes of codecs. */
public final class CodecSerde {

    private CodecSerde() {}

    /** For our own records, of which some say by null that there is nothing any more. */
    public static <T> Serde<T> of(Codec<T> codec) {
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : codec.encode(value),
                (topic, bytes) -> bytes == null ? null : codec.decode(bytes));
    }

    /** For what others write: a record without a key or value is no record of ours. */
    public static <T> Serde<T> strict(Codec<T> codec) {
        return Serdes.serdeFrom((topic, value) -> codec.encode(value), (topic, bytes) -> {
            if (bytes == null) {
                throw new IllegalArgumentException("key or value is missing");
            }
            return codec.decode(bytes);
        });
    }

    /** For what we tell others: with CloudEvents headers, which Kafka Streams has no other place for. */
    public static <T> Serde<T> event(Codec<T> codec, CloudEventHeaders headers) {
        return Serdes.serdeFrom(new EventSerializer<>(codec, headers), of(codec).deserializer());
    }

    /** For keys that are text. */
    public static Serde<String> text() {
        return of(new TextCodec<>(text -> text));
    }

    private record EventSerializer<T>(Codec<T> codec, CloudEventHeaders headers) implements Serializer<T> {

        @Override
        public byte[] serialize(String topic, T event) {
            return codec.encode(event);
        }

        @Override
        public byte[] serialize(String topic, Headers record, T event) {
            var value = codec.encode(event);
            headers.put(record, event, value);
            return value;
        }
    }
}
