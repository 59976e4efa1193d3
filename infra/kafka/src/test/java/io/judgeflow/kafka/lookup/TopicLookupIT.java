package io.judgeflow.kafka.lookup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Origin;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.kafka.KafkaContext;
import io.judgeflow.testkit.server.TestKafka;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;

class TopicLookupIT {

    private static final String PREFIX = "judgeflow";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Progress FACT =
            Progress.Cancelled.of(new JobId(UUID.randomUUID()), Instant.parse("2026-11-23T08:00:00Z"));

    private static TestKafka broker;
    private static AnnotationConfigApplicationContext context;
    private static TopicLookup<Progress> lookup;

    @BeforeAll
    @SuppressWarnings("unchecked")
    static void start(@TempDir Path directory) {
        broker = TestKafka.start(directory);
        context = KafkaContext.with(
                Map.of("judgeflow.kafka.bootstrap-servers", broker.bootstrapServers()), Clock.systemUTC());
        lookup = new TopicLookup<>(context.getBean(ConsumerFactory.class), Topics.VERDICTS, PREFIX);
    }

    @AfterAll
    static void stop() {
        lookup.close();
        context.close();
        broker.close();
    }

    @Test
    void readsARecordBackFromWhereItLies() throws Exception {
        write("first".getBytes(UTF_8));
        var place = write(Topics.VERDICTS.value().encode(FACT));
        write("last".getBytes(UTF_8));
        assertThat(at(place)).contains(FACT);
    }

    @Test
    void takesWhatCannotBeReadAsGone() throws Exception {
        assertThat(at(write("no fact".getBytes(UTF_8)))).isEmpty();
        assertThat(at(write(null))).isEmpty();
    }

    @Test
    void findsNothingWhereNothingEverWas() throws Exception {
        var last = write(Topics.VERDICTS.value().encode(FACT));
        assertThat(at(new Origin(last.partition(), last.offset() + 1))).isEmpty();
        assertThat(at(new Origin(last.partition(), -1))).isEmpty();
        assertThat(at(new Origin(1000, 0))).isEmpty();
    }

    @Test
    void readsManyAndPassesOverWhatItCannotRead() throws Exception {
        var from = write(Topics.VERDICTS.value().encode(FACT));
        write("no fact".getBytes(UTF_8));
        var to = write(Topics.VERDICTS.value().encode(FACT));
        assertThat(lookup.between(from.partition(), from.offset(), to.offset() + 1)
                        .block(PATIENCE))
                .containsExactlyElementsOf(List.of(new Placed<>(from, FACT), new Placed<>(to, FACT)));
    }

    private static Optional<Progress> at(Origin place) {
        return lookup.at(place).blockOptional(PATIENCE);
    }

    @SuppressWarnings("unchecked")
    private static Origin write(byte @Nullable [] value) throws ExecutionException, InterruptedException {
        var template = (KafkaTemplate<byte[], byte[]>) context.getBean(KafkaTemplate.class);
        var key = Topics.VERDICTS.key().encode(FACT.jobId());
        var written =
                template.send(Topics.VERDICTS.name(PREFIX), 0, key, value).get().getRecordMetadata();
        return new Origin(written.partition(), written.offset());
    }
}
