package io.judgeflow.kafka.topic;

import io.judgeflow.contracts.topic.Topic;
import io.judgeflow.contracts.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Holds the topics that the brokers have against those that are wanted. Pure. */
final class TopicComparison {

    /** A job's verdicts lie in the partition of its submission: one of them cannot have fewer than the other. */
    private static final Set<Topic<?, ?>> PAIR = Set.of(Topics.SUBMISSIONS, Topics.VERDICTS);

    private final Map<String, FoundTopic> found;
    private final OptionalInt pairPartitions;

    private TopicComparison(List<WantedTopic> wanted, Map<String, FoundTopic> found) {
        this.found = found;
        this.pairPartitions = wanted.stream()
                .filter(topic -> PAIR.contains(topic.topic()))
                .map(topic -> found(topic.name()))
                .filter(FoundTopic.Present.class::isInstance)
                .mapToInt(topic -> ((FoundTopic.Present) topic).partitions())
                .max();
    }

    /**
     * What differs, in the order of the wanted topics.
     *
     * @param found by name; what is not there is missing
     */
    static List<Difference> of(List<WantedTopic> wanted, Map<String, FoundTopic> found) {
        var comparison = new TopicComparison(wanted, found);
        return wanted.stream().flatMap(topic -> comparison.of(topic).stream()).toList();
    }

    private FoundTopic found(String name) {
        return found.getOrDefault(name, new FoundTopic.Missing());
    }

    private List<Difference> of(WantedTopic wanted) {
        return switch (found(wanted.name())) {
            case FoundTopic.Missing missing -> List.of(missing(wanted));
            case FoundTopic.Hidden hidden ->
                List.of(Difference.fatal(wanted.name(), "may not be seen by this service's user", new Remedy.Allow()));
            case FoundTopic.Present present -> present(wanted, present);
        };
    }

    private Difference missing(WantedTopic wanted) {
        var partitions =
                PAIR.contains(wanted.topic()) ? pairPartitions.orElse(wanted.partitions()) : wanted.partitions();
        return Difference.fatal(wanted.name(), "is missing", new Remedy.Create(wanted.across(partitions)));
    }

    private List<Difference> present(WantedTopic wanted, FoundTopic.Present present) {
        var differences = new ArrayList<Difference>();
        comparePartitions(wanted, present.partitions(), differences);
        if (present.replicationFactor() < wanted.replicationFactor()) {
            var what = "is on %d of %d brokers, and lost with them"
                    .formatted(present.replicationFactor(), wanted.replicationFactor());
            differences.add(Difference.fatal(wanted.name(), what, new Remedy.Replicate(wanted.replicationFactor())));
        }
        if (present.configs() == null) {
            var what = "has settings that this service's user may not see";
            differences.add(Difference.harmless(wanted.name(), what, new Remedy.Allow()));
        } else {
            differences.addAll(new ConfigComparison(wanted, present.configs(), present.replicationFactor()).all());
        }
        return differences;
    }

    private void comparePartitions(WantedTopic wanted, int partitions, List<Difference> differences) {
        if (PAIR.contains(wanted.topic()) && partitions < pairPartitions.orElse(partitions)) {
            var needed = pairPartitions.getAsInt();
            var what = "has %d partitions and not %d, as its counterpart: submissions and their verdicts would not meet"
                    .formatted(partitions, needed);
            differences.add(Difference.fatal(wanted.name(), what, new Remedy.Spread(needed)));
        } else if (partitions < wanted.partitions()) {
            var what = "has %d partitions and not %d: fewer processes share the work"
                    .formatted(partitions, wanted.partitions());
            differences.add(Difference.harmless(wanted.name(), what, new Remedy.Spread(wanted.partitions())));
        }
    }
}
