package io.judgeflow.bench.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.judgeflow.contracts.event.Due;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.topic.Topic;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records as a careless or hostile producer writes them; the same seed makes the same ones, but for the time and the jobs
 * that they are about. For one thread.
 */
final class BadRecords {

    private static final long SCATTER = 0x9E3779B97F4A7C15L;
    private static final List<Target> TARGETS = Target.all();
    private static final List<String> NAMES = List.of(
            "traceparent", "tracestate", "ce_id", "ce_type", "ce_time", "content-type", "dl_reason", "dl_emitted", "é");

    /** How long a record may have a partition wait, as it is entitled to. */
    private static final long LONGEST_WAIT = 1_000;

    private final long seed;
    private final Random random = new Random();
    /** Which jobs there are to be about depends on what else happens; what is drawn for them must not change the rest. */
    private final Random jobs = new Random();

    private final Spoiler spoiler = new Spoiler(random);
    private final KnownJobs known;
    private final String instance;
    private final int partitions;
    private final Clock clock;

    /** @param instance that the services know */
    BadRecords(long seed, KnownJobs known, String instance, int partitions, Clock clock) {
        this.seed = seed;
        this.known = known;
        this.instance = instance;
        this.partitions = partitions;
        this.clock = clock;
    }

    /** The one with this number, whichever were made before. */
    BadRecord at(long number) {
        random.setSeed(seed ^ (number * SCATTER));
        jobs.setSeed(random.nextLong());
        var target = one(TARGETS);
        var topic = one(target.topics());
        var job = target.name().equals("cancellations") ? newJob() : job();
        var document = document(target, job, clock.instant());
        var key = key(topic, document, job);
        var value = random.nextInt(12) == 0 ? spoiler.noise() : spoiler.spoil(document);
        if (waits(topic, value)) {
            value = spoiler.noise();
        }
        return new BadRecord(
                number, topic, partition(job), key, random.nextInt(40) == 0 ? null : ByteBuffer.wrap(value), headers());
    }

    /** All of one job in one partition, whichever: in two of them it would be two jobs. */
    private @Nullable Integer partition(JobId job) {
        var place = known.placeOf(job);
        if (place != null) {
            return place.partition();
        }
        return jobs.nextInt(4) == 0 ? jobs.nextInt(partitions) : null;
    }

    private ObjectNode document(Target target, JobId job, Instant now) {
        var about = target.instance() != null ? target.instance() : random.nextInt(8) > 0 ? instance : "gone:2358";
        var document = one(target.documents()).about(job, about, now);
        if (document.path("origin") instanceof ObjectNode origin) {
            var place = known.placeOf(job);
            origin.put("partition", place == null ? jobs.nextInt(partitions) : place.partition());
            origin.put("offset", place == null ? jobs.nextInt(1_000) : place.offset());
        }
        return document;
    }

    /** Of a new job, or of one that another of these records has submitted. */
    private JobId job() {
        var other = jobs.nextInt(4) == 0 ? known.any(jobs) : null;
        return other != null ? other : newJob();
    }

    /** Who has only heard that it is cancelled works on it no more, and leaves its end to the fact that he trusts is there. */
    private JobId newJob() {
        return new JobId(new UUID(
                (clock.millis() << 16) | 0x7000 | jobs.nextInt(0x1000), Long.MIN_VALUE | (jobs.nextLong() >>> 2)));
    }

    private @Nullable ByteBuffer key(Topic<?, ?> topic, ObjectNode document, JobId job) {
        var right = rightKey(document, job);
        return switch (random.nextInt(40)) {
            // Where the newest of each key is kept the brokers would not take it.
            case 0 -> topic.compacted() ? ByteBuffer.wrap(new byte[0]) : null;
            case 1 -> ByteBuffer.wrap(new byte[0]);
            case 2 -> ByteBuffer.wrap(spoiler.noise());
            case 3 -> ByteBuffer.wrap(right.toUpperCase(Locale.ROOT).getBytes(UTF_8));
            case 4 -> ByteBuffer.wrap(UUID.randomUUID().toString().getBytes(UTF_8));
            default -> ByteBuffer.wrap(right.getBytes(UTF_8));
        };
    }

    private static String rightKey(ObjectNode document, JobId job) {
        if (document.has("window")) {
            return document.path("window").asString() + "/"
                    + document.path("language").asString();
        }
        if (document.has("finishedAt")) {
            return document.path("problem").asString() + "/"
                    + document.path("userId").asString();
        }
        return document.has("trial") || document.has("languages")
                ? document.path("instance").asString()
                : job.toString();
    }

    private List<Header> headers() {
        var headers = new ArrayList<Header>();
        while (random.nextInt(4) == 0) {
            var value = switch (random.nextInt(4)) {
                case 0 -> null;
                case 1 -> "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01".getBytes(UTF_8);
                default -> spoiler.noise();
            };
            headers.add(new RecordHeader(one(NAMES), value));
        }
        return headers;
    }

    /** It is no fault of anybody's that what is not due is not handled. */
    private boolean waits(Topic<?, ?> topic, byte[] value) {
        return Reading.value(topic, value) instanceof Due due
                && due.notBefore().isAfter(clock.instant().plusMillis(LONGEST_WAIT))
                && due.notBefore().isBefore(clock.instant().plus(Reading.LONGEST_WAIT.multipliedBy(3)));
    }

    private <T> T one(List<? extends T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
