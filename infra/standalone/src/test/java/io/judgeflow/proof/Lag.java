package io.judgeflow.proof;

import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.testkit.server.Offsets;
import java.util.List;
import java.util.stream.Stream;

/** How far the services are behind. */
final class Lag implements AutoCloseable {

    private static final String PREFIX = Platform.PREFIX;

    private final Offsets offsets;

    Lag(String bootstrapServers) {
        offsets = new Offsets(bootstrapServers);
    }

    /** Records that nobody has ended yet, over all topics that work waits in. */
    long records() {
        var deferred = Topics.DEFERRALS.delays().stream().map(Topics::deferred);
        var pending = Topics.PENDING.delays().stream()
                .map(delay -> Topics.pending(delay).name(PREFIX));
        return behind(
                        "submitter",
                        Stream.concat(Stream.of(Topics.SUBMISSIONS), deferred)
                                .map(topic -> topic.name(PREFIX))
                                .toList())
                + behind("poller", pending.toList())
                + scorer();
    }

    /** The same for the scorer alone, which may be all that runs. */
    long scorer() {
        return behind("scorer", List.of(Topics.SUBMISSIONS.name(PREFIX), Topics.VERDICTS.name(PREFIX)));
    }

    /** How many records a topic was ever given. */
    long written(String topic) {
        return offsets.written(topic);
    }

    private long behind(String group, List<String> topics) {
        return offsets.behind(PREFIX + "-" + group, topics);
    }

    @Override
    public void close() {
        offsets.close();
    }
}
