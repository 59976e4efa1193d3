package io.judgeflow.admin.letters;

import io.judgeflow.contracts.topic.Topic;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.kafka.publish.DeadLetter;
import java.util.List;
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

    /** By where it comes from, and what has become of it since. */
    static Fate of(DeadLetter letter, String prefix, Past past) {
        if (!isOf(Topics.all(), letter, prefix)) {
            return new Refused("'" + letter.topic() + "' is no topic of ours");
        }
        if (!isOf(RETURNABLE, letter, prefix)) {
            return new Refused(
                    "nothing goes back to " + letter.topic() + ": what lies there is the services' last word");
        }
        if (letter.dropped()) {
            var from = letter.from();
            return new Refused("its value was too large to be kept; it lies at %s %d:%d as long as that is kept"
                    .formatted(letter.topic(), from.partition(), from.offset()));
        }
        if (past.emitted().contains(letter.place())) {
            return new Before();
        }
        // The scorer forgets a job some time after its end, and would begin it again.
        var begins = isOf(List.of(Topics.SUBMISSIONS), letter, prefix);
        return begins
                        && Past.job(letter.record())
                                .filter(past.ended()::contains)
                                .isPresent()
                ? new Refused("its job has ended; what is wanted may be to rejudge it")
                : new Emitted();
    }

    private static boolean isOf(List<Topic<?, ?>> topics, DeadLetter letter, String prefix) {
        return topics.stream().anyMatch(topic -> topic.name(prefix).equals(letter.topic()));
    }
}
