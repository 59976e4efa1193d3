package io.judgeflow.admin.rejudge;

import io.judgeflow.admin.command.Brokers;
import io.judgeflow.contracts.codec.Undecodable;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Verdict;
import io.judgeflow.contracts.topic.Topic;
import io.judgeflow.contracts.topic.Topics;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the log says to a run that begins, or begins again. */
final class LogOfRun {

    private final Brokers brokers;
    private final Instant since;

    /** @param since when the earliest job that is meant was submitted; whatever became of it is newer */
    LogOfRun(Brokers brokers, Instant since) {
        this.brokers = brokers;
        this.since = since;
    }

    /** The ids of the jobs that this run has submitted before. */
    Set<JobId> submittedBy(RunName run) {
        var ids = new HashSet<JobId>();
        brokers.scan()
                .stretch(Topics.SUBMISSIONS, since, null)
                .each(record -> key(record)
                        .filter(JobId::derived)
                        .flatMap(id -> read(Topics.SUBMISSIONS, record))
                        .filter(run::submitted)
                        .ifPresent(job -> ids.add(job.jobId())));
        return ids;
    }

    /** The ids of the jobs that have ended so. */
    Set<JobId> endedAs(Set<Verdict> verdicts) {
        var ids = new HashSet<JobId>();
        brokers.scan()
                .stretch(Topics.RESULTS, since, null)
                .each(record -> read(Topics.RESULTS, record)
                        .filter(result -> result.status().terminal() && verdicts.contains(result.verdict()))
                        .ifPresent(result -> ids.add(result.jobId())));
        return ids;
    }

    private static Optional<JobId> key(ConsumerRecord<byte[], byte[]> record) {
        try {
            return record.key() == null
                    ? Optional.empty()
                    : Optional.of(Topics.SUBMISSIONS.key().decode(record.key()));
        } catch (Undecodable e) {
            return Optional.empty();
        }
    }

    /** Empty for what is no such value: its reader has put it aside. */
    static <V> Optional<V> read(Topic<?, V> topic, ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(topic.value().decode(record.value()));
        } catch (Undecodable e) {
            return Optional.empty();
        }
    }
}
