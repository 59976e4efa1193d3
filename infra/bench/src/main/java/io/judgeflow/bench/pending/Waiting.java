package io.judgeflow.bench.pending;

import io.judgeflow.bench.Feed;
import io.judgeflow.bench.Place;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.poller.PollerApplication;
import io.judgeflow.testkit.guarantee.NeverAskedEarly;
import io.judgeflow.testkit.process.GarbageLog;
import io.judgeflow.testkit.process.Patience;
import io.judgeflow.testkit.process.Usage;
import io.judgeflow.testkit.process.WebProcess;
import io.judgeflow.testkit.server.Offsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tokens that wait in their topics, and a poller in a JVM of its own that asks about each when it is due. */
record Waiting(Place place, Size size) {

    /** As the image has it. */
    private static final List<String> COLLECTOR = List.of("-XX:+UseSerialGC");

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int WRITTEN_PER_SECOND = 8_000;
    private static final int RUNGS = Topics.PENDING.delays().size();

    /**
     * How much it is.
     *
     * @param perSecond tokens that are due in each second
     * @param warmUp tokens that are due before those that count
     * @param heap of the poller, MiB
     */
    record Size(int perSecond, int warmUp, int heap) {}

    /**
     * What came of it.
     *
     * @param counted how late tokens were asked about
     * @param early how many were asked about too early, the warm-up too
     * @param missing tokens without a verdict in the topic, the warm-up too
     * @param collections while those were due that count
     * @param usage of the poller in that time
     */
    record Outcome(NeverAskedEarly counted, long early, long missing, GarbageLog collections, Usage usage) {}

    /**
     * Has so many tokens wait, and the warm-up before them.
     *
     * @throws IllegalStateException when they are not written before the first is due
     */
    Outcome run(int tokens) {
        var prefix = "pending-" + UUID.randomUUID();
        try (var feed = new Feed(place, prefix);
                var judge = new PromptJudge();
                var poller = poller(prefix, judge)) {
            awaken(feed, judge);
            var all = tokens + size.warmUp;
            var first = System.currentTimeMillis() + 3_000 + 1_000L * all / WRITTEN_PER_SECOND;
            var schedule = new Schedule(first, all, size.perSecond, size.warmUp);
            var timeline = judge.watch(schedule);
            new Tokens(schedule, judge.instance()).publish(feed);
            if (System.currentTimeMillis() > first) {
                throw new IllegalStateException("the first token was due before the last was written");
            }
            var outcome = watch(schedule, timeline, poller, prefix);
            System.err.print(timeline);
            return outcome;
        }
    }

    /** Returns when every rung is read: one token of each, due at once, has been asked about. */
    private void awaken(Feed feed, PromptJudge judge) {
        var schedule = new Schedule(System.currentTimeMillis(), RUNGS, RUNGS, 0);
        var timeline = judge.watch(schedule);
        new Tokens(schedule, judge.instance()).publish(feed);
        if (!Patience.until(() -> timeline.count() == RUNGS, PATIENCE)) {
            throw new IllegalStateException("the poller has asked about " + timeline.count() + " of " + RUNGS);
        }
    }

    private Outcome watch(Schedule schedule, Timeline timeline, WebProcess poller, String prefix) {
        var directory = place.directory(prefix);
        Patience.until(
                () -> System.currentTimeMillis() >= schedule.countedFrom(),
                schedule.untilAllAreDue(System.currentTimeMillis()));
        var used = poller.process().usage();
        var collected = GarbageLog.of(directory);
        Patience.until(
                () -> timeline.count() >= schedule.tokens() || !poller.process().isAlive(),
                schedule.untilAllAreDue(System.currentTimeMillis()).plus(PATIENCE));
        return new Outcome(
                timeline.counted(),
                timeline.counted().early() + timeline.warmUp().early(),
                missing(schedule.tokens() + RUNGS, prefix),
                GarbageLog.of(directory).since(collected),
                poller.process().usage().since(used));
    }

    private long missing(int tokens, String prefix) {
        var verdicts = Topics.VERDICTS.name(prefix);
        try (var offsets = new Offsets(place.brokers())) {
            Patience.until(() -> offsets.written(verdicts) >= tokens, PATIENCE);
            return tokens - offsets.written(verdicts);
        }
    }

    private WebProcess poller(String prefix, PromptJudge judge) {
        var settings = Map.of(
                "spring.config.name",
                "poller",
                "judgeflow.kafka.bootstrap-servers",
                place.brokers(),
                "judgeflow.kafka.prefix",
                prefix,
                "judgeflow.judge0.urls",
                "http://" + judge.instance());
        return WebProcess.start(PollerApplication.class, size.heap, COLLECTOR, place.directory(prefix), settings)
                .awaitReady();
    }
}
