package io.judgeflow.scorer.statistics;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.TestResult;
import io.judgeflow.contracts.job.Status;
import io.judgeflow.contracts.job.Verdict;
import io.judgeflow.contracts.language.LanguageFamily;
import io.judgeflow.scorer.told.Told;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts the jobs of one minute, language and partition. */
final class Tally {

    /** More instances than anybody runs: what they are called comes from outside. */
    private static final int MOST_INSTANCES = 32;

    private final Share origin;
    private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    private final Map<String, Long> instances;
    private final Spread runTime;
    private final Spread queueTime;
    private Counted counted;
    private long submissions;
    private long fallbacks;

    /** Goes on where a share stands. */
    Tally(Share share) {
        origin = share;
        verdicts.putAll(share.verdicts());
        instances = new TreeMap<>(share.instances());
        runTime = Spread.of(share.runTime());
        queueTime = Spread.of(share.queueTime());
        counted = share.counted();
        submissions = share.submissions();
        fallbacks = share.fallbacks();
    }

    static Tally begin(long window, String language, int partition) {
        return new Tally(new Share(window, language, partition, 0, Map.of(), "", "", 0, Map.of(), Counted.NOTHING));
    }

    /** Counts that a job was submitted; false when that was counted before. */
    boolean submitted(Cause cause) {
        if (counted.hasBegun(cause)) {
            return false;
        }
        counted = counted.begun(cause);
        submissions++;
        return true;
    }

    /** Counts that a job has ended; false when that was counted before. */
    boolean ended(Told told, Cause cause) {
        if (counted.hasEnded(cause)) {
            return false;
        }
        counted = counted.ended(cause);
        count(told.result());
        if (told.takenAt() != null) {
            queueTime.add(
                    Duration.between(told.result().createdAt(), told.takenAt()).toMillis());
        }
        return true;
    }

    private void count(JobResult result) {
        if (result.verdict() != null) {
            verdicts.merge(result.verdict(), 1L, Long::sum);
        }
        if (result.output().time() != null) {
            runTime.add(Math.round(result.output().time() * 1000));
        }
        result.tests().forEach(this::count);
    }

    private void count(TestResult test) {
        fallbacks += test.attempt() > 1 ? 1 : 0;
        if (test.instance() != null && test.status() == Status.DONE) {
            var known = instances.containsKey(test.instance()) || instances.size() < MOST_INSTANCES;
            instances.merge(known ? test.instance() : LanguageFamily.OTHER, 1L, Long::sum);
        }
    }

    Share share() {
        return new Share(
                origin.window(),
                origin.language(),
                origin.partition(),
                submissions,
                Map.copyOf(verdicts),
                runTime.encoded(),
                queueTime.encoded(),
                fallbacks,
                Map.copyOf(instances),
                counted);
    }
}
