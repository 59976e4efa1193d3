package io.judgeflow.testkit.guarantee;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Scoring;
import io.judgeflow.contracts.job.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Every end that was told follows from the topics: computed once more, from the submissions and the verdicts alone, by
 * rules written down a second time and as simply as they can be. Wants all of a topic, each partition in its order.
 */
public final class ScoresFollow implements Guarantee {

    private final Map<JobId, JobSubmitted> jobs = new HashMap<>();
    private final Map<JobId, List<Progress>> facts = new HashMap<>();
    private final Map<JobId, JobResult> ends = new HashMap<>();

    /** A record of the submissions; the first of a job counts. */
    public void submitted(JobSubmitted job) {
        jobs.putIfAbsent(job.jobId(), job);
    }

    /** A record of the verdicts. */
    public void learned(Progress fact) {
        facts.computeIfAbsent(fact.jobId(), first -> new ArrayList<>()).add(fact);
    }

    @Override
    public void accepted(String job) {
        // What is in the submissions counts, whoever has put it there.
    }

    @Override
    public void told(JobResult result) {
        if (result.status().terminal()) {
            ends.put(result.jobId(), result);
        }
    }

    /** How many ends were told. */
    public int ends() {
        return ends.size();
    }

    @Override
    public void verify() {
        var wrong = new ArrayList<String>();
        ends.forEach((id, end) -> {
            var expected = expected(id);
            var told = new End(end.verdict(), end.score());
            if (!told.equals(expected)) {
                wrong.add("%s ended as %s and not as %s, which follows from %s"
                        .formatted(id, told, expected, facts.get(id)));
            }
        });
        if (!wrong.isEmpty()) {
            throw new AssertionError("%d of %d ends do not follow: %s".formatted(wrong.size(), ends.size(), wrong));
        }
    }

    /** The first verdict of each test, until there is one for each or somebody gave up; null when it cannot have ended. */
    private @Nullable End expected(JobId id) {
        var job = jobs.get(id);
        if (job == null) {
            return null;
        }
        var verdicts = new TreeMap<Integer, Verdict>();
        for (var fact : facts.getOrDefault(id, List.of())) {
            if (fact instanceof Progress.Judged judged
                    && judged.test() < job.tests().size()) {
                verdicts.putIfAbsent(judged.test(), judged.verdict());
            }
            if (fact instanceof Progress.Refused) {
                return new End(Verdict.REFUSED, score(job, verdicts));
            }
            if (fact instanceof Progress.GaveUp) {
                return new End(Verdict.GAVE_UP, score(job, verdicts));
            }
            if (verdicts.size() == job.tests().size()) {
                return new End(worst(verdicts), score(job, verdicts));
            }
        }
        return null;
    }

    private static Verdict worst(SortedMap<Integer, Verdict> verdicts) {
        for (var verdict : verdicts.values()) {
            if (verdict != Verdict.ACCEPTED) {
                return verdict;
            }
        }
        return Verdict.ACCEPTED;
    }

    private static @Nullable Integer score(JobSubmitted job, SortedMap<Integer, Verdict> verdicts) {
        if (verdicts.isEmpty()) {
            return null;
        }
        if (job.scoring().policy() == Scoring.Policy.ALL_OR_NOTHING) {
            var all = verdicts.size() == job.tests().size() && worst(verdicts) == Verdict.ACCEPTED;
            return all ? job.scoring().points().accepted() : 0;
        }
        var weightless = job.tests().stream().allMatch(test -> test.weight() == 0);
        double points = 0;
        double weights = 0;
        for (int i = 0; i < job.tests().size(); i++) {
            var verdict = verdicts.get(i);
            var weight = weightless ? 1 : job.tests().get(i).weight();
            weights += weight;
            points += verdict == null ? 0 : weight * job.scoring().points().of(verdict);
        }
        return (int) Math.round(points / weights);
    }

    /** What is compared. */
    private record End(@Nullable Verdict verdict, @Nullable Integer score) {}
}
