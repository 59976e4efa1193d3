package io.judgeflow.contracts.codec;

/**
 * A value as bytes on a topic.
 *
 * @param <T> the value
 */
public interface Codec<T> {

    /** The value's bytes. */
    byte[] encode(T value);

    /**
     * The value of these bytes.
     *
     * @throws Undecodable when they are not such a value
     */
    T decode(byte[] bytes);
}
