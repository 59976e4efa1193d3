package io.judgeflow.contracts.topic;

import static io.judgeflow.contracts.topic.Stage.ANALYST;
import static io.judgeflow.contracts.topic.Stage.GATEWAY;
import static io.judgeflow.contracts.topic.Stage.OPERATOR;
import static io.judgeflow.contracts.topic.Stage.PLATFORM_TEAM;
import static io.judgeflow.contracts.topic.Stage.POLLER;
import static io.judgeflow.contracts.topic.Stage.SCORER;
import static io.judgeflow.contracts.topic.Stage.SINK;
import static io.judgeflow.contracts.topic.Stage.SUBMITTER;

import io.judgeflow.contracts.codec.Codec;
import io.judgeflow.contracts.codec.JsonCodec;
import io.judgeflow.contracts.codec.TextCodec;
import io.judgeflow.contracts.event.CallbackHeard;
import io.judgeflow.contracts.event.InstanceLanguages;
import io.judgeflow.contracts.event.JobDeferred;
import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.event.LanguageStatistics;
import io.judgeflow.contracts.event.LeaderboardEntry;
import io.judgeflow.contracts.event.PendingToken;
import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.job.JobId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Every topic, in the order in which a submission passes them. No other place knows a topic's name. */
public final class Topics {

    /** Jobs as accepted. */
    public static final Topic<JobId, JobSubmitted> SUBMISSIONS = jobs(
            "submissions",
            JobSubmitted.class,
            Set.of(GATEWAY, PLATFORM_TEAM),
            Set.of(SUBMITTER, POLLER, SCORER, GATEWAY));

    /** Delays of a job that no instance could take. */
    public static final Ladder DEFERRALS = new Ladder(seconds(1, 2, 5, 10, 30));

    /** Delays between two questions about a token. */
    public static final Ladder PENDING = new Ladder(List.of(
            Duration.ofMillis(100),
            Duration.ofMillis(250),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2)));

    /** Facts about jobs under way. */
    public static final Topic<JobId, Progress> VERDICTS =
            jobs("verdicts", Progress.class, Set.of(GATEWAY, SUBMITTER, POLLER), Set.of(SCORER));

    /** Jobs that nobody wants any more, once more on their own: few, for those who would rather stop working on them. */
    public static final Topic<JobId, Progress.Cancelled> CANCELLATIONS =
            jobs("cancellations", Progress.Cancelled.class, Set.of(GATEWAY), Set.of(SUBMITTER, POLLER));

    /** Each job's state after each change. */
    public static final Topic<JobId, JobResult> RESULTS =
            jobs("results", JobResult.class, Set.of(SCORER), Set.of(GATEWAY, SINK, ANALYST, PLATFORM_TEAM));

    /** The best of each user on each problem. */
    public static final Topic<String, LeaderboardEntry> LEADERBOARD =
            latest("leaderboard", LeaderboardEntry.class, Set.of(SCORER), Set.of(GATEWAY, SINK, ANALYST));

    /** What became of the jobs of each minute and language. */
    public static final Topic<String, LanguageStatistics> STATISTICS = new Topic<>(
            "statistics",
            new TextCodec<>(text -> text),
            new JsonCodec<>(LanguageStatistics.class),
            true,
            Duration.ofDays(30),
            Set.of(SCORER),
            Set.of(GATEWAY, ANALYST));

    /** What each instance can run. */
    public static final Topic<String, InstanceLanguages> LANGUAGES =
            latest("languages", InstanceLanguages.class, Set.of(SUBMITTER), Set.of(GATEWAY));

    /** Which instances' callbacks arrive. */
    public static final Topic<String, CallbackHeard> CALLBACKS =
            latest("callbacks", CallbackHeard.class, Set.of(POLLER), Set.of(SUBMITTER));

    /** What could not be read or not be ended: the bytes as received; the headers say whence and why. */
    public static final Topic<byte[], byte[]> DEAD_LETTERS = new Topic<>(
            "dead-letters",
            asReceived(),
            asReceived(),
            false,
            Set.of(SUBMITTER, POLLER, SCORER, SINK),
            Set.of(OPERATOR));

    private Topics() {}

    /** Jobs, or parts of jobs, that wait this long before they are submitted again. */
    public static Topic<JobId, JobDeferred> deferred(Duration delay) {
        return jobs(
                "submissions.deferred." + Ladder.text(delay),
                JobDeferred.class,
                Set.of(SUBMITTER, POLLER),
                Set.of(SUBMITTER));
    }

    /** Tokens that wait this long before they are asked about. */
    public static Topic<JobId, PendingToken> pending(Duration delay) {
        return jobs("pending." + Ladder.text(delay), PendingToken.class, Set.of(SUBMITTER, POLLER), Set.of(POLLER));
    }

    /** Every topic there is. */
    public static List<Topic<?, ?>> all() {
        return Stream.of(
                        Stream.of(SUBMISSIONS),
                        DEFERRALS.delays().stream().map(Topics::deferred),
                        PENDING.delays().stream().map(Topics::pending),
                        Stream.of(VERDICTS, CANCELLATIONS, RESULTS, LEADERBOARD, STATISTICS),
                        Stream.of(LANGUAGES, CALLBACKS, DEAD_LETTERS))
                .<Topic<?, ?>>flatMap(topics -> topics)
                .toList();
    }

    private static <V> Topic<JobId, V> jobs(String base, Class<V> value, Set<Stage> writers, Set<Stage> readers) {
        return new Topic<>(base, new TextCodec<>(JobId::of), new JsonCodec<>(value), false, writers, readers);
    }

    private static <V> Topic<String, V> latest(String base, Class<V> value, Set<Stage> writers, Set<Stage> readers) {
        return new Topic<>(base, new TextCodec<>(text -> text), new JsonCodec<>(value), true, writers, readers);
    }

    private static List<Duration> seconds(long... seconds) {
        return LongStream.of(seconds).mapToObj(Duration::ofSeconds).toList();
    }

    private static Codec<byte[]> asReceived() {
        return new Codec<>() {
            @Override
            public byte[] encode(byte[] value) {
                return value;
            }

            @Override
            public byte[] decode(byte[] bytes) {
                return bytes;
            }
        };
    }
}
