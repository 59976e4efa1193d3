package io.judgeflow.admin.letters;

import io.judgeflow.admin.command.Brokers;
import io.judgeflow.contracts.job.Origin;
import io.judgeflow.contracts.topic.Stage;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.kafka.publish.DeadLetter;
import io.judgeflow.kafka.scan.Stretch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which letters are meant: those that fit all of what was said. */
final class Choice {

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Put aside no earlier: a time such as 2026-11-27T18:00:00Z, or how long ago: 90m, 2h, 1d.")
    private @Nullable Instant since;

    @Option(names = "--until", paramLabel = "TIME", description = "Put aside earlier than this.")
    private @Nullable Instant until;

    @Option(
            names = "--stage",
            paramLabel = "NAME",
            description = "Put aside by this one: submitter, poller, scorer or sink.")
    private @Nullable Stage stage;

    @Option(names = "--topic", paramLabel = "NAME", description = "From this topic; its prefix may be left out.")
    private @Nullable String topic;

    @Option(names = "--reason", paramLabel = "TEXT", description = "With this in the reason.")
    private @Nullable String reason;

    @Option(
            names = "--offset",
            paramLabel = "P:O",
            description = "This one, by partition and offset as 'list' shows them; may be repeated.")
    private List<Origin> offsets = new ArrayList<>();

    /** Whether anything was said at all. */
    boolean made() {
        return since != null || until != null || stage != null || topic != null || reason != null || !offsets.isEmpty();
    }

    /** Where they lie, as the topic is now. */
    Stretch stretch(Brokers brokers) {
        return brokers.scan().stretch(Topics.DEAD_LETTERS, since, until);
    }

    /** Shows the reader each of them. */
    void each(Stretch stretch, String prefix, Consumer<DeadLetter> reader) {
        stretch.each(record -> {
            var letter = new DeadLetter(record);
            if (takes(letter, prefix)) {
                reader.accept(letter);
            }
        });
    }

    boolean takes(DeadLetter letter, String prefix) {
        return (stage == null || stage.name().equalsIgnoreCase(letter.stage()))
                && (topic == null
                        || letter.topic().equals(topic)
                        || letter.topic().equals(prefix + "." + topic))
                && (reason == null || letter.reason().contains(reason))
                && (offsets.isEmpty() || offsets.contains(letter.place()));
    }
}
