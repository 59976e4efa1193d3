package io.judgeflow.bench.fuzz;

import io.judgeflow.contracts.topic.Stage;
import io.judgeflow.contracts.topic.Topic;
import io.judgeflow.contracts.topic.Topics;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Topics of one kind, under fire.
 *
 * @param documents right ones
 * @param reader who puts aside what is wrong; null where whoever reads passes over it, as it is only a hint or a view
 * @param instance whom documents are about; null for the instance that there is
 */
record Target(
        String name,
        List<? extends Topic<?, ?>> topics,
        List<Golden> documents,
        @Nullable Stage reader,
        @Nullable String instance) {

    private static final String SOMEBODY = "judge-a:2358";

    /** What the services read. */
    static List<Target> all() {
        return Stream.concat(work().stream(), views().stream()).toList();
    }

    private static List<Target> work() {
        var deferred = Topics.DEFERRALS.delays().stream().map(Topics::deferred).toList();
        var pending = Topics.PENDING.delays().stream().map(Topics::pending).toList();
        return List.of(
                new Target("submissions", Topics.SUBMISSIONS, Stage.SUBMITTER, "job-submitted"),
                new Target("deferred", deferred, Golden.all("job-deferred"), Stage.SUBMITTER, null),
                new Target("pending", pending, Golden.all("pending-token"), Stage.POLLER, null),
                new Target(
                        "verdicts",
                        Topics.VERDICTS,
                        Stage.SCORER,
                        "progress-dispatched",
                        "progress-processing",
                        "progress-judged",
                        "progress-refused",
                        "progress-gave-up",
                        "progress-cancelled"));
    }

    private static List<Target> views() {
        return List.of(
                new Target("cancellations", Topics.CANCELLATIONS, null, "progress-cancelled"),
                new Target("results", Topics.RESULTS, Stage.SINK, "job-result"),
                new Target("leaderboard", Topics.LEADERBOARD, Stage.SINK, "leaderboard-entry"),
                new Target("statistics", Topics.STATISTICS, null, "language-statistics"),
                new Target("languages", Topics.LANGUAGES, null, "instance-languages"),
                new Target("callbacks", Topics.CALLBACKS, null, "callback-heard"));
    }

    /** Of a single topic; what is said of instances there is believed, and so is about one that is not there. */
    private Target(String name, Topic<?, ?> topic, @Nullable Stage reader, String... documents) {
        this(
                name,
                List.of(topic),
                Golden.all(documents),
                reader,
                topic.equals(Topics.LANGUAGES) || topic.equals(Topics.CALLBACKS) ? SOMEBODY : null);
    }

    /**
     * Whether a record may have become these dead letters: what is wrong one, of its reader and of nobody else; what is odd,
     * and could not be handled or not be stored, one of each stage or none. A reader whom its group has given up, as it had
     * no time to answer, may have read a record once more.
     *
     * @param letters who has put it aside
     */
    boolean allows(Reading reading, List<String> letters) {
        if (reader == null) {
            return letters.isEmpty();
        }
        return reading == Reading.READABLE
                || Set.copyOf(letters).equals(Set.of(reader.name().toLowerCase(Locale.ROOT)));
    }
}
