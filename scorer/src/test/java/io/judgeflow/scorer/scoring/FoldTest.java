package io.judgeflow.scorer.scoring;

import static io.judgeflow.contracts.job.Verdict.ACCEPTED;
import static io.judgeflow.contracts.job.Verdict.RUNTIME_ERROR;
import static io.judgeflow.contracts.job.Verdict.TIME_LIMIT;
import static io.judgeflow.contracts.job.Verdict.WRONG_ANSWER;
import static io.judgeflow.scorer.scoring.Facts.dispatched;
import static io.judgeflow.scorer.scoring.Facts.job;
import static io.judgeflow.scorer.scoring.Facts.judged;
import static io.judgeflow.scorer.scoring.Facts.processing;
import static io.judgeflow.scorer.scoring.Facts.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.event.TestResult;
import io.judgeflow.contracts.job.Scoring;
import io.judgeflow.contracts.job.Status;
import io.judgeflow.contracts.job.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FoldTest {

    @ParameterizedTest
    @CsvSource({"ACCEPTED, 100", "WRONG_ANSWER, 30", "TIME_LIMIT, 0", "COMPILATION_ERROR, 0", "RUNTIME_ERROR, 0"})
    void givesPointsByVerdict(Verdict verdict, int score) {
        var end = last(fold(Scoring.DEFAULT, new double[] {1}, judged(0, 1, verdict)));
        assertThat(end.score()).isEqualTo(score);
        assertThat(end.verdict()).isEqualTo(verdict);
        assertThat(end.status()).isEqualTo(Status.DONE);
    }

    @Test
    void tellsThatAJobRanBeforeItTellsThatItEnded() {
        var states = fold(Scoring.DEFAULT, new double[] {1}, dispatched(1, 0), judged(0, 1, ACCEPTED));
        assertThat(states).extracting(JobResult::status).containsExactly(Status.QUEUED, Status.RUNNING, Status.DONE);
        assertThat(states).extracting(JobResult::version).containsExactly(1L, 2L, 3L);
    }

    @Test
    void weighsTestsAndGrowsWhileTheyFinish() {
        var states = fold(
                Scoring.DEFAULT,
                new double[] {1, 1, 2},
                judged(0, 1, ACCEPTED),
                judged(1, 1, WRONG_ANSWER),
                judged(2, 1, ACCEPTED));
        assertThat(states).extracting(JobResult::score).containsExactly(null, null, 25, 33, 83);
        assertThat(last(states).verdict()).isEqualTo(WRONG_ANSWER);
        assertThat(last(states).output().stdout()).isEqualTo("out 1");
        assertThat(last(states).output().time()).isEqualTo(0.75);
        assertThat(last(states).output().memory()).isEqualTo(3000);
    }

    @Test
    void givesAllOrNothingWhereThatIsThePolicy() {
        var policy = new Scoring(Scoring.Policy.ALL_OR_NOTHING, Scoring.Points.DEFAULT);
        var weights = new double[] {1, 1};
        assertThat(last(fold(policy, weights, judged(0, 1, ACCEPTED), judged(1, 1, TIME_LIMIT)))
                        .score())
                .isZero();
        assertThat(last(fold(policy, weights, judged(0, 1, ACCEPTED), judged(1, 1, ACCEPTED)))
                        .score())
                .isEqualTo(100);
    }

    @Test
    void keepsTheFirstVerdictOfATestWhateverAttemptItIsFrom() {
        var states = fold(
                Scoring.DEFAULT,
                new double[] {1},
                dispatched(1, 0),
                dispatched(2, 0),
                judged(0, 1, WRONG_ANSWER),
                judged(0, 2, ACCEPTED));
        assertThat(last(states).verdict()).isEqualTo(WRONG_ANSWER);
        assertThat(last(states).tests().getFirst().attempt()).isEqualTo(1);
    }

    @Test
    void neverChangesATerminalState() {
        var states = fold(Scoring.DEFAULT, new double[] {1}, refused("too long"), judged(0, 1, ACCEPTED));
        assertThat(last(states).status()).isEqualTo(Status.ERROR);
        assertThat(last(states).verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(last(states).output().message()).isEqualTo("too long");
        assertThat(states).hasSize(2);
    }

    @Test
    void dropsWhatComesAfterACancellation() {
        var job = job(Scoring.DEFAULT, 1, 1);
        var rules = Rules.of(job);
        var state = JobResult.queued(job);
        var cancelled = Progress.Cancelled.of(Facts.JOB, Facts.SUBMITTED);
        for (var fact : List.of(judged(0, 1, ACCEPTED), cancelled)) {
            state = Fold.steps(state, rules, fact).getLast();
        }
        assertThat(state.status()).isEqualTo(Status.ERROR);
        assertThat(state.verdict()).isEqualTo(Verdict.CANCELLED);
        assertThat(state.score()).isEqualTo(50);
        assertThat(Fold.steps(state, rules, judged(1, 1, ACCEPTED))).isEmpty();
        assertThat(Fold.steps(state, rules, cancelled)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "GAVE_UP", "CANCELLED"})
    void endsEveryTestWithTheJob(Verdict why) {
        var facts = new Progress[] {dispatched(1, 0, 1), judged(0, 1, ACCEPTED), processing(1, 1), ended(why)};
        var end = last(fold(Scoring.DEFAULT, new double[] {1, 1, 1}, facts));
        assertThat(end.tests()).extracting(TestResult::status).containsExactly(Status.DONE, Status.ERROR, Status.ERROR);
        assertThat(end.tests()).extracting(TestResult::verdict).containsExactly(ACCEPTED, why, why);
        assertThat(end.tests()).extracting(TestResult::points).containsExactly(100, null, null);
        assertThat(end.tests())
                .as("who had it")
                .extracting(TestResult::instance)
                .containsExactly("judge-a:2358", "judge-a:2358", null);
        assertThat(end.score()).isEqualTo(33);
    }

    private static Progress ended(Verdict why) {
        return switch (why) {
            case REFUSED -> refused("too long");
            case GAVE_UP -> new Progress.GaveUp(Schema.VERSION, Facts.JOB, 1, "too late", Facts.at(4));
            default -> Progress.Cancelled.of(Facts.JOB, Facts.at(4));
        };
    }

    @Test
    void ignoresATestThatTheJobDoesNotHave() {
        assertThat(fold(Scoring.DEFAULT, new double[] {1}, judged(7, 1, ACCEPTED), processing(-1, 1)))
                .hasSize(1);
    }

    @Test
    void comesToTheSameEndInAnyOrderAndWithAnyDuplicates() {
        var facts = List.of(
                dispatched(1, 0, 1),
                processing(0, 1),
                processing(1, 1),
                judged(0, 1, ACCEPTED),
                judged(1, 1, RUNTIME_ERROR));
        for (int seed = 0; seed < 200; seed++) {
            var shuffled = new ArrayList<>(facts);
            shuffled.addAll(facts);
            Collections.shuffle(shuffled, new Random(seed));
            var states = fold(Scoring.DEFAULT, new double[] {1, 1}, shuffled.toArray(Progress[]::new));
            assertThat(last(states).score()).as("seed %d", seed).isEqualTo(50);
            assertThat(last(states).verdict()).as("seed %d", seed).isEqualTo(RUNTIME_ERROR);
            assertThat(states)
                    .extracting(JobResult::version)
                    .as("seed %d", seed)
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    private static List<JobResult> fold(Scoring scoring, double[] weights, Progress... facts) {
        var job = job(scoring, weights);
        var state = JobResult.queued(job);
        var told = new ArrayList<>(List.of(state));
        for (var fact : facts) {
            var steps = Fold.steps(state, Rules.of(job), fact);
            var version = state.version();
            steps.stream().filter(step -> step.version() > version).forEach(told::add);
            state = steps.isEmpty() ? state : steps.getLast();
        }
        return told;
    }

    private static JobResult last(List<JobResult> states) {
        return states.getLast();
    }
}
