package io.judgeflow.scorer.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.kafka.listen.Received;
import io.judgeflow.kafka.publish.DeadLetters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Mono;

class ResultWriterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<List<JobResult>> tried = new ArrayList<>();
    private final List<JobResult> written = new ArrayList<>();

    @Test
    void writesHalvesInOrderWhenTheWholeTakesTooLong() {
        var results = results(10, "");

        writer(batch -> batch.size() > 3).write(received(results)).block(PATIENCE);

        assertThat(written).containsExactlyElementsOf(results);
        assertThat(tried).extracting(List::size).containsExactly(10, 5, 2, 3, 5, 2, 3);
    }

    @Test
    void asksAgainForASingleResultThatTakesTooLong() {
        var results = results(1, "");

        writer(batch -> tried.size() < 3).write(received(results)).block(PATIENCE);

        assertThat(written).containsExactlyElementsOf(results);
        assertThat(tried).hasSize(3);
    }

    @Test
    void putsOnlySoMuchTextIntoOneStatement() {
        var results = results(8, "x".repeat(900_000));

        writer(batch -> false).write(received(results)).block(PATIENCE);

        assertThat(written).containsExactlyElementsOf(results);
        assertThat(tried).extracting(List::size).containsExactly(4, 4);
    }

    /** A table whose statements time out when {@code slow}. */
    private ResultWriter writer(Predicate<List<JobResult>> slow) {
        var nobody = new KafkaTemplate<>(new DefaultKafkaProducerFactory<byte[], byte[]>(Map.of()));
        return new ResultWriter(
                batch -> Mono.defer(() -> {
                    tried.add(batch);
                    if (slow.test(batch)) {
                        return Mono.error(new TimeoutException("too slow"));
                    }
                    written.addAll(batch);
                    return Mono.just(batch.size());
                }),
                new DeadLetters(nobody, "none", new SimpleMeterRegistry()),
                new SinkMetrics(new SimpleMeterRegistry(), Clock.systemUTC()));
    }

    private static List<JobResult> results(int count, String code) {
        return IntStream.range(0, count)
                .mapToObj(i -> Results.result(Results.someJob(), 2, false).withCode(code))
                .toList();
    }

    private static List<Received<JobId, JobResult>> received(List<JobResult> results) {
        return results.stream()
                .map(result -> new Received<>(
                        result.jobId(), result, new ConsumerRecord<>("results", 0, 0, new byte[0], new byte[0])))
                .toList();
    }
}
