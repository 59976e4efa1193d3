package io.judgeflow.bench.soak;

import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.testkit.server.Offsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What each group has still to read. */
final class Backlogs implements AutoCloseable {

    private static final String PREFIX = "judgeflow";

    private final Offsets offsets;
    private final Map<String, List<String>> topics = Map.of(
            "submitter", List.of(Topics.SUBMISSIONS.name(PREFIX)),
            "poller",
                    Topics.PENDING.delays().stream()
                            .map(delay -> Topics.pending(delay).name(PREFIX))
                            .toList(),
            "scorer", List.of(Topics.SUBMISSIONS.name(PREFIX), Topics.VERDICTS.name(PREFIX)),
            "sink", List.of(Topics.RESULTS.name(PREFIX)));

    Backlogs(String brokers) {
        offsets = new Offsets(brokers);
    }

    Map<String, Long> behind() {
        var behind = new TreeMap<String, Long>();
        topics.forEach((group, read) -> behind.put(group, offsets.behind(PREFIX + "-" + group, read)));
        return behind;
    }

    @Override
    public void close() {
        offsets.close();
    }
}
