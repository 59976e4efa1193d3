package io.judgeflow.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Status;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.testkit.guarantee.DeadLetter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators do to the log, while it is at work. */
abstract class OperatorActions {

    private static final String SUBMISSIONS = Topics.SUBMISSIONS.name(Platform.PREFIX);
    private static final int JOBS = 40;

    private final Rig rig;
    private final Path directory;

    OperatorActions(Rig rig, Path directory) {
        this.rig = rig;
        this.directory = directory;
    }

    @BeforeEach
    void settle() {
        rig.settle();
    }

    @Test
    void putsDeadLettersBackOnceAndTheyDieAgainForTheSameReason() throws Exception {
        var since = " --since " + Instant.now();
        var before = rig.log.deadLetters().size();
        produce(3, "{");
        awaitLetters(before + 3);
        var listed =
                admin("dead-letters list --topic submissions --show" + since).lines();
        assertThat(listed)
                .filteredOn(line -> line.contains(SUBMISSIONS))
                .hasSize(3)
                .allMatch(line -> line.contains("1 B  malformed JSON"));
        assertThat(listed).contains("    {");

        assertThat(admin("dead-letters emit" + since).lines())
                .last()
                .isEqualTo("3 emitted, 0 went back before, 0 stay");
        awaitLetters(before + 6);
        assertThat(admin("dead-letters emit --stage submitter" + since).lines())
                .last()
                .isEqualTo("3 emitted, 3 went back before, 0 stay");
        awaitLetters(before + 9);
        assertThat(rig.log.deadLetters().subList(before, before + 9))
                .extracting(DeadLetter::reason)
                .containsOnly(rig.log.deadLetters().get(before).reason());
        assertThat(rig.run("#judge: job=goes-on").status()).isEqualTo(Status.DONE);
    }

    private void awaitLetters(int number) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(rig.log.deadLetters()).hasSize(number));
    }

    @Test
    void rejudgesEachJobOnceThoughTheRunIsKilledAndRepeated() throws Exception {
        var options = "rejudge --verdict accepted --run again --since " + Instant.now();
        var jobs = Stream.generate(() -> rig.platform.submit(Platform.job("#judge: job=anew")))
                .limit(JOBS)
                .toList();
        jobs.forEach(rig.log::end);

        var killed = admin(options + " --rate 5/s");
        await().atMost(Duration.ofSeconds(20)).until(() -> rejudged(jobs).size() >= 5);
        killed.kill();
        assertThat(rejudged(jobs)).hasSizeLessThan(JOBS);

        var repeated = admin(options + " --rate 1000").lines();
        assertThat(repeated.getLast()).matches("run again: [1-9]\\d* submitted, [1-9]\\d* submitted before");
        var anew = rejudged(jobs);
        assertThat(anew).extracting(JobSubmitted::rejudgeOf).containsExactlyInAnyOrderElementsOf(jobs);
        assertThat(anew).extracting(JobSubmitted::jobId).doesNotHaveDuplicates();

        assertThat(admin(options).lines().getLast()).isEqualTo("run again: 0 submitted, " + JOBS + " submitted before");
        changesNothingWhenItIsInTheLogTwice(anew);
    }

    @Test
    void saysThatTheTopicsAreAsTheServicesMadeThem() throws Exception {
        assertThat(admin("topics check").lines()).containsExactly("The topics are as they should be.");
    }

    /** As two operators at the same moment might do it. */
    private void changesNothingWhenItIsInTheLogTwice(List<JobSubmitted> anew) {
        assertThat(anew)
                .extracting(job -> rig.log.end(job.jobId()))
                .extracting(JobResult::rejudgeOf)
                .containsExactlyElementsOf(
                        anew.stream().map(JobSubmitted::rejudgeOf).toList());
        await().atMost(Duration.ofSeconds(20)).until(() -> rig.lag.records() == 0);
        var executed = executed();
        assertThat(executed).isGreaterThanOrEqualTo(2 * JOBS);
        rig.platform.submitAll(anew).block();
        await().atMost(Duration.ofSeconds(20)).until(() -> rig.lag.records() == 0);
        assertThat(rig.run("#judge: job=goes-on").status()).isEqualTo(Status.DONE);
        assertThat(executed()).isEqualTo(executed);
        rig.log.verify();
    }

    private long executed() {
        return rig.executions("anew").stream().mapToLong(Long::longValue).sum();
    }

    private AdminProcess admin(String line) {
        return AdminProcess.start(directory, rig.broker.bootstrapServers(), line);
    }

    private void produce(int number, String value) {
        var sent = new ArrayList<Future<?>>();
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", rig.broker.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < number; i++) {
                var key = Platform.job("").jobId().toString().getBytes(UTF_8);
                sent.add(producer.send(new ProducerRecord<>(SUBMISSIONS, key, value.getBytes(UTF_8))));
            }
        }
        assertThat(sent).allMatch(Future::isDone);
    }

    /** The submissions that judge one of these anew, as they lie in the topic. */
    private List<JobSubmitted> rejudged(List<JobId> jobs) {
        var originals = Set.copyOf(jobs);
        return submissions().stream()
                .filter(job -> job.rejudgeOf() != null && originals.contains(job.rejudgeOf()))
                .toList();
    }

    private List<JobSubmitted> submissions() {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", rig.broker.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(SUBMISSIONS).stream()
                    .map(info -> new TopicPartition(SUBMISSIONS, info.partition()))
                    .collect(Collectors.toSet());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<JobSubmitted>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (new String(record.value() == null ? new byte[0] : record.value(), UTF_8)
                            .contains("rejudgeOf")) {
                        found.add(Topics.SUBMISSIONS.value().decode(record.value()));
                    }
                });
            }
            return found;
        }
    }
}
