package io.judgeflow.bench.fuzz;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Origin;
import io.judgeflow.contracts.topic.Stage;
import io.judgeflow.contracts.topic.Topic;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.kafka.publish.DeadLetter;
import io.judgeflow.kafka.scan.TopicScan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/** What lies in the topics in the end is the evidence: each wrong record was put aside once, and each job has ended once. */
final class Evidence {

    private final TopicScan scan;
    private final Map<Letter, Integer> letters = new HashMap<>();
    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private final Set<JobId> submitted = new HashSet<>();
    private final Map<JobId, List<String>> ends = new HashMap<>();
    private final List<Consumer<Problems>> complaints = new ArrayList<>();

    private Evidence(TopicScan scan) {
        this.scan = scan;
    }

    static TopicScan scan(Pipeline pipeline) {
        var consumers = new DefaultKafkaConsumerFactory<>(
                Map.<String, Object>of("bootstrap.servers", pipeline.brokers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        return new TopicScan(consumers, Pipeline.PREFIX);
    }

    /** Reads everything there is. */
    static Evidence read(TopicScan scan) {
        var evidence = new Evidence(scan);
        evidence.each(Topics.DEAD_LETTERS, evidence::letter);
        for (var target : Target.all()) {
            var tally = new Tally();
            evidence.tallies.put(target.name(), tally);
            target.topics()
                    .forEach(topic -> evidence.each(topic, record -> evidence.input(target, topic, record, tally)));
        }
        evidence.each(Topics.RESULTS, evidence::result);
        evidence.jobs();
        return evidence;
    }

    private void each(Topic<?, ?> topic, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        scan.stretch(topic, null, null).each(reader);
    }

    private void letter(ConsumerRecord<byte[], byte[]> record) {
        var letter = new DeadLetter(record);
        letters.merge(new Letter(letter.topic(), letter.from(), letter.stage()), 1, Integer::sum);
        if (letter.reason().isBlank()) {
            complaints.add(problems -> problems.found("a dead letter without a reason: " + letter));
        }
    }

    private void input(Target target, Topic<?, ?> topic, ConsumerRecord<byte[], byte[]> record, Tally tally) {
        var reading = Reading.of(topic, record);
        if (topic.equals(Topics.SUBMISSIONS) && reading == Reading.READABLE) {
            submitted.add(Topics.SUBMISSIONS.value().decode(record.value()).jobId());
        }
        BadRecord.number(record.headers()).ifPresent(number -> {
            tally.input(reading);
            var found = lettersOf(record);
            tally.letters(reading, found);
            if (!target.allows(reading, found)) {
                tally.problem();
                var value = record.value() == null ? new byte[0] : record.value();
                var complaint = "%s, and put aside by %s".formatted(reading, found);
                complaints.add(problems -> problems.found(target.name(), number, value, complaint));
            }
        });
    }

    /** Who has put it aside, each as often as it did. */
    private List<String> lettersOf(ConsumerRecord<?, ?> record) {
        var origin = new Origin(record.partition(), record.offset());
        return Stream.of(Stage.values())
                .map(stage -> stage.name().toLowerCase(Locale.ROOT))
                .flatMap(stage ->
                        Collections.nCopies(letters.getOrDefault(new Letter(record.topic(), origin, stage), 0), stage)
                                .stream())
                .toList();
    }

    /** Of the scorer's own. */
    private void result(ConsumerRecord<byte[], byte[]> record) {
        if (BadRecord.number(record.headers()).isEmpty()) {
            JobResult result = Topics.RESULTS.value().decode(record.value());
            if (result.status().terminal()) {
                ends.computeIfAbsent(result.jobId(), first -> new ArrayList<>())
                        .add("%s of version %d in %d@%d"
                                .formatted(result.verdict(), result.version(), record.partition(), record.offset()));
            }
        }
    }

    private void jobs() {
        for (var job : submitted) {
            var how = ends.getOrDefault(job, List.of());
            if (how.size() != 1) {
                complaints.add(problems -> problems.found("job " + job + " has ended: " + how));
            }
        }
    }

    /** Jobs that were submitted in a way that can be read. */
    int jobsSubmitted() {
        return submitted.size();
    }

    Map<String, Map<String, Object>> figures() {
        return tallies.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, tally -> tally.getValue().figures(), (a, b) -> a, LinkedHashMap::new));
    }

    long inputs() {
        return tallies.values().stream().mapToLong(Tally::inputs).sum();
    }

    /** Whether nothing is wrong, or nothing any more. */
    boolean isGood() {
        return complaints.isEmpty();
    }

    /** Says what is wrong. */
    void tell(Problems problems) {
        complaints.forEach(complaint -> complaint.accept(problems));
    }

    private record Letter(String topic, Origin from, String stage) {}
}
