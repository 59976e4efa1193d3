package io.judgeflow.scorer.statistics;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.language.LanguageFamily;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.scorer.told.Told;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the jobs of one partition, in the fold's own task. Each count is written before the next record is read, together
 * with the offsets that are in it; told on is the whole share, every so often, and once more after a restart.
 */
final class Counting implements Processor<JobId, Told, String, Share> {

    /** More than there are languages: what they are called comes from outside. */
    private static final int MOST_LANGUAGES = 64;

    private static final Logger LOG = LoggerFactory.getLogger(Counting.class);
    private static final long MINUTE = 60_000;

    private final String submissions;
    private final StatisticsSettings settings;
    private final Map<Slot, Tally> tallies = new HashMap<>();
    private final Set<Slot> changed = new LinkedHashSet<>();

    /** The latest time of a record that told of a milestone, and never ahead of the clock; ms since the epoch. */
    private long present;

    private @Nullable ProcessorContext<String, Share> context;
    private @Nullable ShareStore shares;

    Counting(String prefix, StatisticsSettings settings) {
        this.submissions = Topics.SUBMISSIONS.name(prefix);
        this.settings = settings;
    }

    @Override
    public void init(ProcessorContext<String, Share> context) {
        this.context = context;
        this.shares = new ShareStore(context.getStateStore(StatisticsTopology.COUNTED));
        shares().each(share -> changed.add(new Slot(share.window(), share.language())));
        context.schedule(settings.every(), PunctuationType.WALL_CLOCK_TIME, now -> tell());
    }

    @Override
    public void process(Record<JobId, Told> record) {
        var told = record.value();
        if (told.reached().isEmpty()) {
            return;
        }
        present = Math.max(present, Math.min(record.timestamp(), context().currentSystemTimeMs()));
        var cause = cause();
        for (var milestone : told.reached()) {
            switch (milestone) {
                case SUBMITTED -> count(told.result(), told.result().createdAt(), tally -> tally.submitted(cause));
                case ENDED -> count(told.result(), told.result().updatedAt(), tally -> tally.ended(told, cause));
            }
        }
    }

    private void count(JobResult result, Instant at, Count count) {
        var window = at.truncatedTo(ChronoUnit.MINUTES).toEpochMilli();
        if (window < present - settings.grace().toMillis() - MINUTE
                || window > present + settings.grace().toMillis()) {
            LOG.debug(
                    "job {} is not counted: {} is too far from {}", result.jobId(), at, Instant.ofEpochMilli(present));
            return;
        }
        var slot = slot(window, LanguageFamily.of(result.language()));
        var tally = tallies.computeIfAbsent(slot, this::tally);
        if (count.in(tally)) {
            shares().put(tally.share());
            changed.add(slot);
        }
    }

    private Slot slot(long window, String language) {
        var slot = new Slot(window, language);
        var known = tallies.containsKey(slot) || shares().get(window, language, partition()) != null;
        return known || shares().sizeOf(window) < MOST_LANGUAGES ? slot : new Slot(window, LanguageFamily.OTHER);
    }

    private Tally tally(Slot slot) {
        var share = shares().get(slot.window(), slot.language(), partition());
        return share == null ? Tally.begin(slot.window(), slot.language(), partition()) : new Tally(share);
    }

    private Cause cause() {
        return context()
                .recordMetadata()
                .filter(record -> record.topic() != null)
                .map(record -> new Cause(
                        record.topic().equals(submissions) ? Cause.Source.SUBMISSIONS : Cause.Source.VERDICTS,
                        record.offset()))
                .orElse(new Cause(Cause.Source.TIME, -1));
    }

    private void tell() {
        for (var slot : changed) {
            var share = shares().get(slot.window(), slot.language(), partition());
            if (share != null) {
                context().forward(new Record<>(slot.key(), share, Math.max(present, share.window())));
            }
        }
        changed.clear();
        shares().forgetBefore(present - 2 * settings.grace().toMillis() - 2 * MINUTE);
        // What is kept at hand is in the store as well: only the minutes that are being counted are worth their memory.
        tallies.keySet().removeIf(slot -> slot.window() < present - 2 * MINUTE);
    }

    private int partition() {
        return context().taskId().partition();
    }

    private ProcessorContext<String, Share> context() {
        return Objects.requireNonNull(context);
    }

    private ShareStore shares() {
        return Objects.requireNonNull(shares);
    }

    private record Slot(long window, String language) {
        String key() {
            return Instant.ofEpochMilli(window) + "/" + language;
        }
    }

    /** True when something was counted that had not been. */
    private interface Count {
        boolean in(Tally tally);
    }
}
