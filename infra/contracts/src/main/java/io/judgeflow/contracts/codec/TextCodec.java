package io.judgeflow.contracts.codec;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * Plain UTF-8 text, for keys.
 *
 * @param <T> the value
 */
public final class TextCodec<T> implements Codec<T> {

    private final Function<String, T> parse;

    /** A codec for a type whose {@code toString()} this function reads back; it complains without quoting the text. */
    public TextCodec(Function<String, T> parse) {
        this.parse = parse;
    }

    @Override
    public byte[] encode(T value) {
        return value.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public T decode(byte[] bytes) {
        try {
            return parse.apply(new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new Undecodable(String.valueOf(e.getMessage()));
        }
    }
}
