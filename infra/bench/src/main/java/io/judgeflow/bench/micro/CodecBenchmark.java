package io.judgeflow.bench.micro;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.judgeflow.contracts.topic.Topic;
import io.judgeflow.contracts.topic.Topics;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is written to topics, to bytes and back; beside any JSON read as a tree, and the bytes as no more than text. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CodecBenchmark {

    private static final JsonMapper JSON = new JsonMapper();

    /** The values, as JMH lists them. */
    @Param({"submitted", "token", "judged", "result of 1", "result of 20"})
    public String value = "";

    private @Nullable Event event;
    private byte[] bytes = {};

    /** Once for each. */
    @Setup
    public void prepare() {
        event = event();
        bytes = event.encode().get();
    }

    private Event event() {
        return switch (value) {
            case "submitted" -> Event.of(Topics.SUBMISSIONS, Samples.job(1));
            case "token" -> Event.of(Topics.pending(Topics.PENDING.rung(0)), Samples.token());
            case "judged" -> Event.of(Topics.VERDICTS, Samples.judged(0));
            case "result of 1" -> Event.of(Topics.RESULTS, Samples.result(1));
            case "result of 20" -> Event.of(Topics.RESULTS, Samples.result(20));
            default -> throw new IllegalArgumentException(value);
        };
    }

    @Benchmark
    public byte[] encode() {
        return Objects.requireNonNull(event).encode().get();
    }

    @Benchmark
    public Object decode() {
        return Objects.requireNonNull(event).decode().apply(bytes);
    }

    @Benchmark
    public JsonNode decodeBaselineTree() {
        return JSON.readTree(bytes);
    }

    @Benchmark
    public String decodeBaselineText() {
        return new String(bytes, UTF_8);
    }

    private record Event(Supplier<byte[]> encode, Function<byte[], Object> decode) {
        static <V> Event of(Topic<?, V> topic, V value) {
            return new Event(
                    () -> topic.value().encode(value), bytes -> topic.value().decode(bytes));
        }
    }
}
