package io.judgeflow.scorer.statistics;

import io.judgeflow.contracts.event.Distribution;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** How long something took: durations in a histogram of bounded size that can be added to others without loss. */
final class Spread {

    /** Quantiles are within one percent. */
    private static final int DIGITS = 2;

    private static final long LONGEST = Duration.ofHours(2).toMillis();

    private final Histogram histogram;
    private @Nullable String encoded;

    private Spread(Histogram histogram) {
        this.histogram = histogram;
    }

    /** Of nothing. */
    static Spread empty() {
        return new Spread(new Histogram(DIGITS));
    }

    /** What {@link #encoded} gave. */
    static Spread of(String encoded) {
        var spread = empty();
        spread.add(encoded);
        return spread;
    }

    /** @param millis what is longer than can be counted counts as the longest */
    void add(long millis) {
        histogram.recordValue(Math.clamp(millis, 0, LONGEST));
        encoded = null;
    }

    void add(String other) {
        if (!other.isEmpty()) {
            var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(other));
            histogram.add(Histogram.decodeFromByteBuffer(bytes, 0));
            encoded = null;
        }
    }

    /** HdrHistogram's own format, version 2, in base64; empty for nothing. */
    String encoded() {
        if (encoded == null) {
            encoded = histogram.getTotalCount() == 0 ? "" : encode();
        }
        return encoded;
    }

    private String encode() {
        var buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        var length = histogram.encodeIntoByteBuffer(buffer);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
    }

    Distribution distribution() {
        return histogram.getTotalCount() == 0
                ? Distribution.NONE
                : new Distribution(
                        histogram.getTotalCount(),
                        histogram.getValueAtPercentile(50),
                        histogram.getValueAtPercentile(90),
                        histogram.getValueAtPercentile(99),
                        histogram.getMaxValue(),
                        encoded());
    }
}
