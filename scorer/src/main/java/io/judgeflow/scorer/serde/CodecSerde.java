package io.judgeflow.scorer.serde;

import io.judgeflow.contracts.codec.Codec;
import io.judgeflow.contracts.codec.TextCodec;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

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

    /** For keys that are text. */
    public static Serde<String> text() {
        return of(new TextCodec<>(text -> text));
    }
}
