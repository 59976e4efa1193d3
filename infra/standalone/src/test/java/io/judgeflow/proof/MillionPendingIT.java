package io.judgeflow.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.judgeflow.contracts.event.PendingToken;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Origin;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.poller.PollerApplication;
import io.judgeflow.testkit.guarantee.NeverAskedEarly;
import io.judgeflow.testkit.process.ServiceProcess;
import io.judgeflow.testkit.server.TestKafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

/**
 * Far more tokens wait than fit the poller's heap: none is asked about early, none late, and the heap stays flat. {@code
 * -Dpending.million=true} makes it a million, which takes ten minutes; {@code -Dpending.lateness=100} asks for the
 * target on a quiet machine, in ms.
 */
class MillionPendingIT {

    private static final boolean MILLION = Boolean.getBoolean("pending.million");
    private static final int TOKENS = MILLION ? 1_000_000 : Integer.getInteger("pending.tokens", 40_000);
    private static final int PER_SECOND = Integer.getInteger("pending.rate", 2_000);
    private static final int LATENESS = Integer.getInteger("pending.lateness", 1_000);
    private static final int PUBLISHED_PER_SECOND = 12_000;
    private static final int PARTITIONS = 6;
    private static final int HEAP = 128;
    private static final Pattern AFTER = Pattern.compile("->(\\d+)M\\(");
    private static final Pattern PAUSE = Pattern.compile("Pause (?:Full|Young).* ([\\d.]+)ms");

    @TempDir
    private Path directory;

    @Test
    @Timeout(900)
    void asksAboutEveryTokenInTimeWithAHeapThatStaysFlat() throws IOException {
        var timeline = new Timeline();
        var guarantee = timeline.all();
        try (var broker = TestKafka.start(directory.resolve("kafka"));
                var judge = new PromptJudge(timeline);
                var platform = new Platform(broker.bootstrapServers(), PARTITIONS);
                var lag = new Lag(broker.bootstrapServers());
                var poller = ServiceProcess.start(
                        PollerApplication.class, HEAP, directory.resolve("poller"), settings(broker, judge))) {
            var first = System.currentTimeMillis() + 8_000 + 1_000L * TOKENS / PUBLISHED_PER_SECOND;
            publish(platform, judge, first);
            System.out.printf(
                    "%d tokens wait, %d ms before the first is due%n", TOKENS, first - System.currentTimeMillis());
            await().atMost(Duration.ofMillis(
                            first - System.currentTimeMillis() + 1_000L * TOKENS / PER_SECOND + 60_000))
                    .until(() -> guarantee.count() >= TOKENS || !poller.isAlive());
            await().until(() -> lag.written(Topics.VERDICTS.name(Platform.PREFIX)) >= TOKENS);
            report(guarantee);
            System.out.print(timeline);
        }
        guarantee.verify();
        assertThat(guarantee.count()).isEqualTo(TOKENS);
        assertThat(guarantee.lateness(0.99)).as("p99 of the lateness in ms").isLessThanOrEqualTo(LATENESS);
    }

    private static Map<String, String> settings(TestKafka broker, PromptJudge judge) {
        return Map.of(
                "judgeflow.kafka.bootstrap-servers", broker.bootstrapServers(),
                "judgeflow.kafka.partitions", String.valueOf(PARTITIONS),
                "judgeflow.judge0.urls", "http://" + judge.instance());
    }

    /** Due one after the other, in turns on every rung: due times rise along each partition. */
    private static void publish(Platform platform, PromptJudge judge, long first) {
        var rungs = Topics.PENDING.delays();
        Flux.range(0, TOKENS)
                .flatMap(
                        i -> {
                            var token = token(judge, first + 1_000L * i / PER_SECOND, i);
                            return platform.publish(Topics.pending(rungs.get(token.asked())), token.jobId(), token);
                        },
                        1_000)
                .blockLast();
    }

    private static PendingToken token(PromptJudge judge, long due, int number) {
        var now = Instant.now();
        return new PendingToken(
                Schema.VERSION,
                new JobId(new UUID(due, number)),
                0,
                1,
                judge.instance(),
                PromptJudge.token(due, number),
                new Origin(0, 0),
                "bash",
                Instant.ofEpochMilli(due),
                number % Topics.PENDING.delays().size(),
                now,
                null,
                false,
                now);
    }

    private void report(NeverAskedEarly guarantee) throws IOException {
        var log = Files.readString(ServiceProcess.collections(directory.resolve("poller")));
        var heaps = found(AFTER, log);
        var half = heaps.size() / 2;
        System.out.printf(
                "%d tokens at %d/s: late p50 %d ms, p99 %d ms, p99.9 %d ms, most %d ms; heap after collections at most"
                        + " %.0f MiB of %d in the first half, %.0f MiB in the second (%d collections, the longest %.0f ms)%n",
                guarantee.count(),
                PER_SECOND,
                guarantee.lateness(0.5),
                guarantee.lateness(0.99),
                guarantee.lateness(0.999),
                guarantee.lateness(1),
                largest(heaps.subList(0, half)),
                HEAP,
                largest(heaps.subList(half, heaps.size())),
                heaps.size(),
                largest(found(PAUSE, log)));
    }

    private static List<Double> found(Pattern pattern, String log) {
        return pattern.matcher(log)
                .results()
                .map((MatchResult match) -> Double.valueOf(match.group(1)))
                .toList();
    }

    private static double largest(List<Double> values) {
        return values.stream().max(Double::compare).orElse(0.0);
    }
}
