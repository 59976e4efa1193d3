package io.judgeflow.bench.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ProfileTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(3);

    @Test
    void saysWhichThreadsAndWhoseCodeKeptAProcessBusy(@TempDir Path directory) throws InterruptedException {
        var file = directory.resolve("this.jfr");
        var busy = new Thread(ProfileTest::writeJson, "busy-1");
        var recorder = Recorder.start(ProcessHandle.current().pid(), file);
        busy.start();
        busy.join();

        var profile = Profile.read(recorder.stop());
        assertThat(largest(profile.threads())).isEqualTo("busy");
        assertThat(largest(profile.code())).isEqualTo(Code.JSON);
        assertThat(profile.cores()).isPositive();
        assertThat(profile.figures())
                .hasEntrySatisfying(
                        "of threads", threads -> assertThat((String) threads).startsWith("busy "))
                .hasEntrySatisfying(
                        "Java code, %", code -> assertThat((String) code).startsWith("json "));
    }

    @Test
    void theInnermostOfThoseThatAreKnownCounts() {
        assertThat(Code.of(Stream.of(
                        "java.util.HashMap",
                        "tools.jackson.core.JsonParser",
                        "io.judgeflow.contracts.codec.JsonCodec",
                        "org.apache.kafka.streams.processor.internals.StreamThread")))
                .isEqualTo(Code.JSON);
        assertThat(Code.of(Stream.of("org.apache.kafka.streams.KafkaStreams"))).isEqualTo(Code.KAFKA_STREAMS);
        assertThat(Code.of(Stream.of("org.apache.kafka.clients.NetworkClient"))).isEqualTo(Code.KAFKA);
        assertThat(Code.of(Stream.of("reactor.netty.Connection"))).isEqualTo(Code.HTTP);
        assertThat(Code.of(Stream.of("reactor.core.publisher.Mono"))).isEqualTo(Code.REACTOR);
        assertThat(Code.of(Stream.of("java.lang.Thread"))).isEqualTo(Code.REST);
    }

    private static void writeJson() {
        var mapper = new JsonMapper();
        var value = Map.of("one", 1, "two", "zwei");
        var end = System.nanoTime() + LONG_ENOUGH.toNanos();
        var bytes = 0L;
        while (System.nanoTime() < end) {
            bytes += mapper.writeValueAsBytes(value).length;
        }
        assertThat(bytes).isPositive();
    }

    private static <K> K largest(Map<K, ? extends Number> shares) {
        return shares.entrySet().stream()
                .max((some, other) -> Double.compare(
                        some.getValue().doubleValue(), other.getValue().doubleValue()))
                .orElseThrow()
                .getKey();
    }
}
