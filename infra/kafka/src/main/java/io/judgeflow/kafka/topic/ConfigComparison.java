package io.judgeflow.kafka.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds the settings of one topic against those that are wanted. Pure; what the brokers do not tell is passed over. */
final class ConfigComparison {

    /** A job may be under way for 65 minutes, and be held up by a restart. */
    private static final Duration SHORTEST = Duration.ofHours(2);

    private static final String CLEANUP = "cleanup.policy";
    private static final String INSYNC = "min.insync.replicas";
    private static final String LARGEST = "max.message.bytes";
    private static final String KEPT = "retention.ms";
    private static final String KEPT_BYTES = "retention.bytes";
    private static final String TIMESTAMP = "message.timestamp.type";

    private final WantedTopic wanted;
    private final Map<String, String> configs;
    private final int replicas;
    private final List<Difference> differences = new ArrayList<>();

    ConfigComparison(WantedTopic wanted, Map<String, String> configs, int replicas) {
        this.wanted = wanted;
        this.configs = configs;
        this.replicas = replicas;
    }

    List<Difference> all() {
        compareInsync();
        compareCleanup();
        compareRetention();
        compareLargest();
        compareTimestamps();
        return differences;
    }

    private void compareInsync() {
        var insync = number(configs, INSYNC).orElse(1);
        var least = number(wanted.configs(), INSYNC).orElse(1);
        if (insync > replicas) {
            var what = "has %d replicas and wants %d in sync: nothing can be written".formatted(replicas, insync);
            fatal(what, new Remedy.Configure(INSYNC, String.valueOf(least)));
        } else if (insync < least) {
            var what = "is content with %d replica in sync, not %d: what one broker has taken may be lost with it"
                    .formatted(insync, least);
            fatal(what, new Remedy.Configure(INSYNC, String.valueOf(least)));
        } else if (insync == replicas && replicas > 1) {
            var what = "wants all its %d replicas in sync: nothing can be written while a broker is away"
                    .formatted(replicas);
            harmless(what, new Remedy.Configure(INSYNC, String.valueOf(replicas - 1)));
        }
    }

    private void compareCleanup() {
        if (!configs.containsKey(CLEANUP)) {
            return;
        }
        var want = policies(wanted.configs().getOrDefault(CLEANUP, "delete"));
        var have = policies(configs.get(CLEANUP));
        if (have.equals(want)) {
            return;
        }
        var remedy = new Remedy.Configure(CLEANUP, wanted.configs().getOrDefault(CLEANUP, "delete"));
        if (have.contains("compact") && !want.contains("compact")) {
            fatal("is compacted: of a job's records only the last would be kept", remedy);
        } else if (have.contains("delete") && !want.contains("delete")) {
            fatal("is not only compacted: the newest value of a key would be deleted as well", remedy);
        } else if (want.contains("compact") && !have.contains("compact")) {
            harmless("is not compacted: more is kept and read than is needed", remedy);
        } else {
            harmless("is never emptied", remedy);
        }
    }

    private void compareRetention() {
        if (!policies(configs.getOrDefault(CLEANUP, "delete")).contains("delete")) {
            return;
        }
        var kept = number(configs, KEPT).orElse(-1);
        var least = number(wanted.configs(), KEPT).orElse(SHORTEST.toMillis());
        if (kept >= 0 && kept < least && wanted.topic().keepFor() != null) {
            var what = "forgets after %s, not %s".formatted(Duration.ofMillis(kept), Duration.ofMillis(least));
            harmless(what, new Remedy.Configure(KEPT, String.valueOf(least)));
        } else if (kept >= 0 && kept < least && !wanted.topic().compacted()) {
            var what = "forgets after %s: a job may take longer".formatted(Duration.ofMillis(kept));
            fatal(what, new Remedy.Unset(KEPT));
        }
        if (number(configs, KEPT_BYTES).orElse(-1) >= 0 && !wanted.topic().compacted()) {
            var what = "forgets what is more than %s bytes in a partition, however young"
                    .formatted(configs.get(KEPT_BYTES));
            harmless(what, new Remedy.Configure(KEPT_BYTES, "-1"));
        }
    }

    private void compareLargest() {
        var least = number(wanted.configs(), LARGEST).orElseThrow();
        var largest = number(configs, LARGEST).orElse(least);
        if (largest < least) {
            var remedy = new Remedy.Configure(LARGEST, String.valueOf(least));
            if (wanted.topic().compacted()) {
                harmless("takes records of %d bytes, not %d".formatted(largest, least), remedy);
            } else {
                var what = "takes records of %d bytes, not %d: a job with long outputs would hang"
                        .formatted(largest, least);
                fatal(what, remedy);
            }
        }
    }

    private void compareTimestamps() {
        var want = wanted.configs().get(TIMESTAMP);
        var have = configs.get(TIMESTAMP);
        if (want != null && have != null && !want.equals(have)) {
            var what = "has %s, not %s: a job of someone whose clock is slow would be given up at once"
                    .formatted(have, want);
            fatal(what, new Remedy.Configure(TIMESTAMP, want));
        }
    }

    private static Set<String> policies(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).collect(Collectors.toSet());
    }

    private static OptionalLong number(Map<String, String> configs, String key) {
        var value = configs.get(key);
        return value == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(value));
    }

    private void fatal(String what, Remedy remedy) {
        differences.add(Difference.fatal(wanted.name(), what, remedy));
    }

    private void harmless(String what, Remedy remedy) {
        differences.add(Difference.harmless(wanted.name(), what, remedy));
    }
}
