package io.judgeflow.admin.letters;

import io.judgeflow.contracts.job.Origin;
import io.judgeflow.contracts.topic.Topic;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.kafka.publish.DeadLetter;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What becomes of a letter that was chosen to be put back. */
sealed interface Fate {

    /** It goes back to its topic. */
    record Emitted() implements Fate {}

    /** It went back before. */
    record Before() implements Fate {}

    /** It stays where it is. */
    record Refused(String reason) implements Fate {}

    /** Topics of facts that may come twice, late and out of order: whoever reads them is made for that. */
    List<Topic<?, ?>> RETURNABLE = Stream.<Stream<? extends Topic<?, ?>>>of(
                    Stream.of(Topics.SUBMISSIONS, Topics.VERDICTS),
                    Topics.DEFERRALS.delays().stream().map(Topics::deferred),
                    Topics.PENDING.delays().stream().map(Topics::pending))
            .<Topic<?, ?>>flatMap(topics -> topics)
            .toList();

    /** @param before the letters that went back already */
    static Fate of(DeadLetter letter, String prefix, Set<Origin> before) {
        var from = Topics.all().stream()
                .filter(topic -> topic.name(prefix).equals(letter.topic()))
                .findFirst();
        if (from.isEmpty()) {
            return new Refused("'" + letter.topic() + "' is no topic of ours");
        }
        if (!RETURNABLE.contains(from.get())) {
            return new Refused("nothing goes back to " + letter.topic() + ": what lies there is the services' last word");
        }
        if (letter.dropped()) {
            return new Refused("its value was too large to be kept; it lies at %s %d:%d as long as that is kept"
                    .formatted(
                            letter.topic(),
                            letter.from().partition(),
                            letter.from().offset()));
        }
        return before.contains(letter.place()) ? new Before() : new Emitted();
    }
}
