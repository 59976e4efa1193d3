package io.judgeflow.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.judgeflow.contracts.event.JobDeferred;
import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.PendingToken;
import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.event.RunOutput;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.Origin;
import io.judgeflow.contracts.job.Status;
import io.judgeflow.contracts.job.Verdict;
import io.judgeflow.contracts.topic.Topic;
import io.judgeflow.contracts.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records that nobody should have written: each becomes a dead letter, and those behind it go on. */
abstract class HostileTopics {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final Rig rig;

    HostileTopics(Rig rig) {
        this.rig = rig;
    }

    @BeforeEach
    void settle() {
        rig.settle();
    }

    @Test
    void putsAsideWhatIsNoSubmission() {
        var good = text(Topics.SUBMISSIONS, Platform.job("echo", 1, NOW));
        everyWrong(
                Topics.SUBMISSIONS,
                "submitter",
                List.of(
                        good.replace("\"weighted\"", "\"best-of\""),
                        good.replace("\"language\":\"bash\",", ""),
                        good.replaceFirst("\"tests\":\\[[^]]*]", "\"tests\":[]"),
                        good.replace("\"weight\":1.0", "\"weight\":-1"),
                        good.replace("" + NOW, "+9999999999-01-01T00:00:00Z")));
    }

    @Test
    void putsAsideWhatIsNoDeferredJob() {
        var job = Platform.job("echo", 1, NOW);
        var topic = Topics.deferred(Topics.DEFERRALS.rung(0));
        var due = NOW.plusSeconds(1);
        var origin = new Origin(0, 0);
        var good =
                text(topic, new JobDeferred(Schema.VERSION, job, origin, List.of(0), 1, 0, due, null, null, "", NOW));
        everyWrong(
                topic,
                "submitter",
                List.of(
                        good.replace("\"weighted\"", "\"best-of\""),
                        good.replaceFirst("\"tests\":\\[0]", "\"tests\":[7]"),
                        good.replace("" + due, "2999-01-01T00:00:00Z"),
                        good.replace("" + due, "+999999999-01-01T00:00:00Z"),
                        good.replace("\"" + due + "\"", "" + Long.MAX_VALUE)));
    }

    @Test
    void putsAsideWhatIsNoToken() {
        var good = text(Topics.pending(Topics.PENDING.rung(0)), token(new Origin(0, 0), NOW.plusSeconds(1)));
        everyWrong(
                Topics.pending(Topics.PENDING.rung(0)),
                "poller",
                List.of(
                        good.replace("\"token\":\"made-up\",", ""),
                        good.replace("" + NOW.plusSeconds(1), "2999-01-01T00:00:00Z"),
                        good.replace("" + NOW.plusSeconds(1), "+999999999-01-01T00:00:00Z"),
                        good.replace("\"" + NOW.plusSeconds(1) + "\"", "" + Long.MAX_VALUE)));
    }

    @Test
    void putsAsideWhatIsNoVerdict() {
        var job = Platform.job("echo", 1, NOW).jobId();
        var good = text(
                Topics.VERDICTS,
                new Progress.Judged(
                        Schema.VERSION, job, 0, 1, rig.a.instance(), Verdict.ACCEPTED, RunOutput.NOTHING, NOW));
        everyWrong(
                Topics.VERDICTS,
                "scorer",
                List.of(
                        good.replace("\"judged\"", "\"exploded\""),
                        good.replace("\"accepted\"", "\"perfect\""),
                        good.replace("" + NOW, "+9999999999-01-01T00:00:00Z")));
    }

    @Test
    void givesUpATokenWhoseSubmissionNeverWasAndHoldsUpNobody() {
        var origins = List.of(new Origin(99, 0), new Origin(-1, 0), new Origin(0, Long.MAX_VALUE));
        for (var origin : origins) {
            var token = token(origin, Instant.now());
            var job = token.jobId();
            rig.platform
                    .publish(Topics.pending(Topics.PENDING.rung(0)), job, token)
                    .block();
            await().untilAsserted(() -> assertThat(rig.log.verdicts(job))
                    .hasOnlyElementsOfType(Progress.GaveUp.class)
                    .hasSize(1));
        }
        everyPartitionGoesOn();
    }

    /** As librdkafka's own partitioner does, to name one. */
    @Test
    void judgesJobsWhoseProducerChoosesPartitionsInItsOwnWay() {
        var jobs = Stream.generate(() -> Platform.job("echo")).limit(10).toList();
        var topic = Topics.SUBMISSIONS.name(Platform.PREFIX);
        var sent = new ArrayList<Future<?>>();
        try (var producer = producer()) {
            for (var job : jobs) {
                var key = job.jobId().toString().getBytes(UTF_8);
                var other = (BuiltInPartitioner.partitionForKey(key, Rig.PARTITIONS) + 1) % Rig.PARTITIONS;
                var value = Topics.SUBMISSIONS.value().encode(job);
                sent.add(producer.send(new ProducerRecord<>(topic, other, key, value)));
            }
        }
        assertThat(sent).allMatch(Future::isDone);
        assertThat(jobs).extracting(job -> rig.log.end(job.jobId()).status()).containsOnly(Status.DONE);
        assertThat(jobs)
                .allSatisfy(job -> assertThat(rig.log.results(job.jobId()))
                        .extracting(JobResult::version)
                        .doesNotHaveDuplicates());
    }

    private PendingToken token(Origin origin, Instant due) {
        return new PendingToken(
                Schema.VERSION,
                Platform.job("echo").jobId(),
                0,
                1,
                rig.a.instance(),
                "made-up",
                origin,
                "bash",
                due,
                0,
                due,
                null,
                false,
                due);
    }

    /** Characters of three bytes in both outputs of every test: more than a topic takes by default. */
    @Test
    void scoresAJobWhoseOutputsAreAsLargeAsTheyCanBe() {
        var noise = new Random(1)
                .ints(64 * 1024, 0x4e00, 0x9fff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        var output = new RunOutput(noise, noise, null, null, 0.1, 1000);
        var job = Platform.job("echo", 4, Instant.now());
        for (int test = 0; test < 4; test++) {
            var judged = new Progress.Judged(
                    Schema.VERSION, job.jobId(), test, 1, "somewhere", Verdict.ACCEPTED, output, NOW);
            rig.platform.publish(Topics.VERDICTS, job.jobId(), judged).block();
        }
        assertThat(rig.log.end(rig.platform.submit(job)).tests()).allMatch(test -> "somewhere".equals(test.instance()));
        everyPartitionGoesOn();
    }

    /** Malformed, another version, too large, without a value, without a key, and these; in every partition. */
    private void everyWrong(Topic<?, ?> topic, String stage, List<String> wrong) {
        var name = topic.name(Platform.PREFIX);
        var key = Platform.job("").jobId().toString().getBytes(UTF_8);
        var before = letters(name);
        publish(name, key, wrong);
        everyPartitionGoesOn();
        var expected = before + (long) Rig.PARTITIONS * (wrong.size() + 11);
        await().untilAsserted(() -> assertThat(letters(name)).isEqualTo(expected));
        assertThat(rig.log.deadLetters().stream()
                        .filter(letter -> letter.topic().equals(name)))
                .allSatisfy(letter -> assertThat(letter.reason()).isNotBlank())
                .allMatch(letter -> letter.stage().equals(stage))
                .anyMatch(letter -> letter.size() == 2 << 20);
    }

    private void publish(String topic, byte[] key, List<String> wrong) {
        var always =
                List.of("{", "", "null", "[]", "{}", "{\"schemaVersion\":2}", "[".repeat(5000), "x".repeat(2 << 20));
        var sent = new ArrayList<Future<?>>();
        try (var producer = producer()) {
            for (int partition = 0; partition < Rig.PARTITIONS; partition++) {
                for (var value : Stream.concat(always.stream(), wrong.stream()).toList()) {
                    sent.add(producer.send(new ProducerRecord<>(topic, partition, key, value.getBytes(UTF_8))));
                }
                sent.add(producer.send(new ProducerRecord<>(topic, partition, key, null)));
                sent.add(producer.send(new ProducerRecord<>(topic, partition, null, "{}".getBytes(UTF_8))));
                sent.add(producer.send(
                        new ProducerRecord<>(topic, partition, "no id".getBytes(UTF_8), "{}".getBytes(UTF_8))));
            }
        }
        assertThat(sent).allMatch(Future::isDone);
    }

    private long letters(String topic) {
        return rig.log.deadLetters().stream()
                .filter(letter -> letter.topic().equals(topic))
                .count();
    }

    private void everyPartitionGoesOn() {
        var jobs = Stream.generate(() -> rig.platform.submit(Platform.job("echo")))
                .limit(5 * Rig.PARTITIONS)
                .toList();
        assertThat(jobs).extracting(job -> rig.log.end(job).status()).containsOnly(Status.DONE);
        await().atMost(Duration.ofSeconds(20)).until(() -> rig.lag.records() == 0);
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", rig.broker.bootstrapServers(), "max.request.size", 4 << 20),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static <V> String text(Topic<?, V> topic, V value) {
        return new String(topic.value().encode(value), UTF_8);
    }
}
