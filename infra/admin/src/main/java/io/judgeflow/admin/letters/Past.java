package io.judgeflow.admin.letters;

import io.judgeflow.admin.command.Brokers;
import io.judgeflow.contracts.codec.Undecodable;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Origin;
import io.judgeflow.contracts.topic.Topic;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.kafka.publish.DeadLetter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What has become of letters since they were put aside, as the log says: what was emitted says so itself, and no other
 * book is kept.
 *
 * @param emitted the letters that went back
 * @param ended the jobs among those of letters that have ended
 */
record Past(Set<Origin> emitted, Set<JobId> ended) {

    /** Clocks differ; what came after a letter cannot be older. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    /** Reads these topics, and of the results what concerns these jobs, from where the oldest letter was put aside. */
    static Past read(Brokers brokers, Set<Topic<?, ?>> topics, Set<JobId> jobs, Instant oldest) {
        var since = oldest.minus(MARGIN);
        var emitted = new HashSet<Origin>();
        for (var topic : topics) {
            brokers.scan()
                    .stretch(topic, since, null)
                    .each(record -> DeadLetter.emittedFrom(record.headers()).ifPresent(emitted::add));
        }
        var ended = new HashSet<JobId>();
        if (!jobs.isEmpty()) {
            brokers.scan()
                    .stretch(Topics.RESULTS, since, null)
                    .each(record -> job(record)
                            .filter(jobs::contains)
                            .filter(job -> Topics.RESULTS
                                    .value()
                                    .decode(record.value())
                                    .status()
                                    .terminal())
                            .ifPresent(ended::add));
        }
        return new Past(emitted, ended);
    }

    /** The job that a record is about, by its key; empty when that is none. */
    static Optional<JobId> job(ConsumerRecord<byte[], byte[]> record) {
        try {
            return record.key() == null
                    ? Optional.empty()
                    : Optional.of(Topics.RESULTS.key().decode(record.key()));
        } catch (Undecodable e) {
            return Optional.empty();
        }
    }
}
