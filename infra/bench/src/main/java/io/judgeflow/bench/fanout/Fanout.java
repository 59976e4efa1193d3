package io.judgeflow.bench.fanout;

import io.judgeflow.bench.Feed;
import io.judgeflow.bench.Place;
import io.judgeflow.gateway.GatewayApplication;
import io.judgeflow.testkit.process.GarbageLog;
import io.judgeflow.testkit.process.Usage;
import io.judgeflow.testkit.process.WebProcess;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Results that lie in the topic, and those who hear of them: by a gateway in a JVM of its own, or from the topic. */
record Fanout(Place place, Size size) {

    /** As on a server: a collector that does not stop the world for all that is alive. */
    private static final List<String> COLLECTOR = List.of("-XX:+UseG1GC");

    /**
     * How much it is.
     *
     * @param streams open at once
     * @param perSecond jobs that end, where each stream has its own
     * @param warmUp streams that are not counted
     * @param tests of the job, where all hear of the same
     * @param heap of the gateway, MiB
     */
    record Size(int streams, int perSecond, int warmUp, int tests, int heap) {}

    /**
     * One form of it.
     *
     * @param baseline the same results, read from the topic
     * @param streams read by clients of the gateway
     * @param heap what was left of the gateway's after collections, at most, MiB
     * @param unread bytes that have come to the client that reads nothing
     */
    record Outcome(Round.Measured baseline, Round.Measured streams, int heap, int unread) {}

    /** Each stream hears of a job of its own, and there is one more whose client reads nothing. */
    Outcome ownJobs() throws IOException {
        var prefix = "own-" + UUID.randomUUID();
        try (var feed = new Feed(place, prefix);
                var chatter = Chatter.start(feed)) {
            var baseline = ownJobs(feed, topic(prefix), () -> Usage.NONE);
            try (var gateway = gateway(prefix);
                    var stalled = StalledReader.open(gateway.port(), chatter.job())) {
                var streams =
                        ownJobs(feed, streams(gateway), () -> gateway.process().usage());
                return new Outcome(baseline, streams, heap(prefix), stalled.unread());
            }
        }
    }

    private Round.Measured ownJobs(Feed feed, Audience audience, Supplier<Usage> usage) throws IOException {
        if (size.warmUp > 0) {
            new Round(feed, Plan.ownJobs(size.warmUp, size.perSecond), size.warmUp).run(audience, usage);
        }
        return new Round(feed, Plan.ownJobs(size.streams, size.perSecond), size.streams).run(audience, usage);
    }

    /** All streams hear of one job. */
    Outcome oneJob() throws IOException {
        var prefix = "one-" + UUID.randomUUID();
        try (var feed = new Feed(place, prefix)) {
            var baseline = new Round(feed, Plan.oneJob(size.tests), 1).run(topic(prefix), () -> Usage.NONE);
            try (var gateway = gateway(prefix)) {
                var streams = new Round(feed, Plan.oneJob(size.tests), size.streams)
                        .run(streams(gateway), () -> gateway.process().usage());
                return new Outcome(baseline, streams, heap(prefix), 0);
            }
        }
    }

    private Audience topic(String prefix) {
        return (plan, heard) -> new TopicReader(place.brokers(), prefix, plan, heard);
    }

    private static Audience streams(WebProcess gateway) {
        return (plan, heard) -> StreamReaders.open(gateway.port(), plan, heard);
    }

    /** Without a database: what it tells comes straight from the topic. */
    private WebProcess gateway(String prefix) {
        var settings = Map.of(
                "spring.config.name",
                "gateway",
                "judgeflow.kafka.bootstrap-servers",
                place.brokers(),
                "judgeflow.kafka.prefix",
                prefix,
                "judgeflow.database.url",
                "postgresql://nobody:nothing@127.0.0.1:1/none");
        return WebProcess.start(GatewayApplication.class, size.heap, COLLECTOR, place.directory(prefix), settings)
                .awaitReady();
    }

    private int heap(String prefix) {
        return GarbageLog.of(place.directory(prefix)).mostHeap();
    }
}
