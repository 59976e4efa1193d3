package io.judgeflow.contracts.codec;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON in UTF-8: absent for null, ISO-8601 for instants, unknown fields ignored.
 *
 * @param <T> the value
 */
public final class JsonCodec<T> implements Codec<T> {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private final Class<T> type;

    /** A codec for this type. */
    public JsonCodec(Class<T> type) {
        this.type = type;
    }

    @Override
    public byte[] encode(T value) {
        return MAPPER.writeValueAsBytes(value);
    }

    @Override
    public T decode(byte[] bytes) {
        var value = read(bytes);
        if (value == null) {
            throw new Undecodable("null is no " + type.getSimpleName());
        }
        return value;
    }

    private @Nullable T read(byte[] bytes) {
        try {
            return MAPPER.readValue(bytes, type);
        } catch (JacksonException e) {
            throw new Undecodable(Unreadable.reason(e));
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new Undecodable(Unreadable.WRONG);
        }
    }
}
