package io.judgeflow.admin.letters;

import io.judgeflow.admin.command.Brokers;
import io.judgeflow.contracts.job.Origin;
import io.judgeflow.contracts.topic.Topic;
import io.judgeflow.kafka.publish.DeadLetter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Which letters went back before: the records that were emitted say so themselves, and no other book is kept. */
final class EmittedBefore {

    /** Clocks differ; what was emitted cannot be older than its letter. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private EmittedBefore() {}

    /** Reads these topics from where the oldest of the letters was put aside. */
    static Set<Origin> in(Set<Topic<?, ?>> topics, Instant oldest, Brokers brokers) {
        var before = new HashSet<Origin>();
        for (var topic : topics) {
            brokers.scan().stretch(topic, oldest.minus(MARGIN), null).each(record -> DeadLetter.emittedFrom(
                            record.headers())
                    .ifPresent(before::add));
        }
        return before;
    }
}
