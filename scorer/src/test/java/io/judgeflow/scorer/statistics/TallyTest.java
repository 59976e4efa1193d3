package io.judgeflow.scorer.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.codec.JsonCodec;
import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.event.RunOutput;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.event.TestResult;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Limits;
import io.judgeflow.contracts.job.Scoring;
import io.judgeflow.contracts.job.Status;
import io.judgeflow.contracts.job.TestCase;
import io.judgeflow.contracts.job.Verdict;
import io.judgeflow.scorer.told.Milestone;
import io.judgeflow.scorer.told.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

    @Test
    void countsARecordOnceHoweverOftenItComesAgainAfterACrash() {
        var codec = new JsonCodec<>(Share.class);
        for (int seed = 0; seed < 100; seed++) {
            var random = new Random(seed);
            var tally = Tally.begin(0, "c", 0);
            long offset = 0;
            long furthest = -1;
            while (offset < 50) {
                tally.submitted(new Cause(Cause.Source.SUBMISSIONS, offset));
                tally.ended(told(10), new Cause(Cause.Source.VERDICTS, offset));
                furthest = Math.max(furthest, offset);
                offset++;
                if (random.nextInt(5) == 0) {
                    // A crash: what was written stays, and what was not committed is read again.
                    tally = new Tally(codec.decode(codec.encode(tally.share())));
                    offset -= random.nextInt((int) Math.min(offset, 10) + 1);
                }
            }
            assertThat(tally.share().submissions()).as("seed %d", seed).isEqualTo(furthest + 1);
            assertThat(tally.share().verdicts()).as("seed %d", seed).containsEntry(Verdict.ACCEPTED, furthest + 1);
        }
    }

    @Test
    void countsARecordThatBeginsAndEndsAJobAsBoth() {
        var tally = Tally.begin(0, "c", 0);
        var cause = new Cause(Cause.Source.SUBMISSIONS, 3);
        assertThat(tally.submitted(cause)).isTrue();
        assertThat(tally.ended(told(1), cause)).isTrue();
        assertThat(tally.ended(told(1), cause)).isFalse();
        assertThat(tally.ended(told(1), new Cause(Cause.Source.VERDICTS, 1))).isTrue();
    }

    @Test
    void addsUpWhatPartitionsCountedAsIfItHadBeenOne() {
        var random = new Random(1);
        var all = Tally.begin(0, "c", 9);
        var parts = new ArrayList<Tally>();
        for (int i = 0; i < 6; i++) {
            parts.add(Tally.begin(0, "c", i));
        }
        for (int i = 0; i < 2000; i++) {
            var told = told(random.nextInt(20_000));
            all.ended(told, new Cause(Cause.Source.TIME, -1));
            parts.get(random.nextInt(6)).ended(told, new Cause(Cause.Source.TIME, -1));
        }
        var whole = Merged.of(List.of(all.share()));
        assertThat(Merged.of(parts.stream().map(Tally::share).toList()))
                .usingRecursiveComparison()
                // The same counts may be written with another upper end.
                .ignoringFields("runTime.histogram", "queueTime.histogram")
                .isEqualTo(whole);
        assertThat(whole.runTime().p50()).isBetween(9_500L, 10_500L);
        assertThat(whole.runTime().histogram()).hasSizeLessThan(4000);
    }

    @Test
    void countsATestForAnInstanceOnlyWhenThatHasJudgedIt() {
        var had = new TestResult(0, null, Status.RUNNING, null, null, 1, 1, "judge-a:2358", RunOutput.NOTHING);
        var accepted = new TestResult.Ruling(Verdict.ACCEPTED, 100, null);
        var fact = new Progress.Judged(
                Schema.VERSION,
                new JobId(UUID.randomUUID()),
                0,
                1,
                "judge-b:2358",
                Verdict.ACCEPTED,
                RunOutput.NOTHING,
                Instant.EPOCH);
        var judged = had.judged(accepted, fact, RunOutput.NOTHING);
        var tally = Tally.begin(0, "c", 0);
        tally.ended(told(10, judged, had.unjudged(Verdict.CANCELLED)), new Cause(Cause.Source.VERDICTS, 1));
        assertThat(tally.share().instances()).containsExactly(Map.entry("judge-b:2358", 1L));
    }

    private static Told told(long millis, TestResult... tests) {
        var id = new JobId(UUID.randomUUID());
        var job = new JobSubmitted(
                Schema.VERSION,
                id,
                null,
                "c",
                "code",
                List.of(new TestCase(null, null, null, 1)),
                Limits.NONE,
                Scoring.DEFAULT,
                START);
        var output = new RunOutput(null, null, null, null, millis / 1000.0, 1000);
        var standing = new JobResult.Standing(Status.DONE, 100, Verdict.ACCEPTED, output);
        var result = JobResult.queued(job).next(List.of(tests), standing, START.plusMillis(millis));
        return new Told(result, Set.of(Milestone.ENDED), START.plusMillis(millis / 2));
    }
}
