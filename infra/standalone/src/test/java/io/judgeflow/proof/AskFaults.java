package io.judgeflow.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.event.RunOutput;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Status;
import io.judgeflow.contracts.job.Verdict;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.testkit.judge0.Call;
import io.judgeflow.testkit.judge0.FakeJudge0;
import io.judgeflow.testkit.judge0.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the poller sees of a token, what becomes of the job, and how often it runs. */
abstract class AskFaults {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final Rig rig;

    AskFaults(Rig rig) {
        this.rig = rig;
    }

    @BeforeEach
    void settle() {
        rig.settle();
    }

    @AfterEach
    void noJobHasTwoEnds() {
        rig.log.verify();
    }

    @Test
    void runsATestAgainElsewhereWhenItsTokenIsUnknown() {
        rig.a.configure(setup -> setup.withRunTime(LONG));
        var job = running("lost");
        rig.a.forgetAll();
        done(rig.log.end(job), rig.b, 2);
        assertThat(rig.executions("lost")).containsExactly(1L, 1L, 0L);
    }

    @Test
    void endsAJobWhoseTokensAreAllLostAfterThreeAttempts() {
        gaveUp(rig.run("#judge: job=gone lost"), "not judged in 3 attempts: ");
        assertThat(rig.executions("gone")).containsExactly(2L, 1L, 0L);
    }

    @Test
    void runsATestAtMostThreeTimesWhenInstancesFailThemselves() {
        gaveUp(rig.run("#judge: job=thirteen status=13"), "failed: Internal Error");
        assertThat(rig.executions("thirteen")).containsExactly(2L, 1L, 0L);
    }

    @Test
    void runsATestElsewhereWhenItProcessesForTooLong() {
        rig.a.configure(setup -> setup.withRunTime(LONG));
        done(rig.run("#judge: job=slow"), rig.b, 2);
        assertThat(rig.executions("slow")).containsExactly(1L, 1L, 0L);
    }

    @Test
    void takesTheOldTokenWhenItEndsFirst() {
        rig.a.configure(setup -> setup.withRunTime(Rig.PATIENCE.multipliedBy(3)));
        rig.b.configure(setup -> setup.withRunTime(LONG));
        done(rig.run("#judge: job=first"), rig.a, 1);
        assertThat(rig.executions("first")).containsExactly(1L, 1L, 0L);
    }

    @Test
    void ignoresTheOldTokenWhenItEndsLast() {
        rig.a.configure(setup -> setup.withRunTime(Rig.PATIENCE.multipliedBy(4)));
        var job = rig.platform.submit(Platform.job("#judge: job=last"));
        done(rig.log.end(job), rig.b, 2);
        var states = rig.log.results(job).size();
        await().until(() -> rig.log.verdicts(job).stream()
                .anyMatch(fact -> fact instanceof Progress.Judged judged && judged.attempt() == 1));
        await().until(() -> rig.lag.records() == 0);
        assertThat(rig.log.results(job)).hasSize(states);
        assertThat(rig.executions("last")).containsExactly(1L, 1L, 0L);
    }

    @Test
    void endsQuietlyWhenATokenIsLostThatWasReplaced() {
        rig.a.configure(setup -> setup.withRunTime(LONG));
        rig.b.configure(setup -> setup.withRunTime(Rig.PATIENCE.dividedBy(2)));
        var job = rig.platform.submit(Platform.job("#judge: job=quiet"));
        await().until(() -> rig.executions("quiet").get(1) == 1);
        rig.a.forgetAll();
        done(rig.log.end(job), rig.b, 2);
        await().until(() -> rig.lag.records() == 0);
        assertThat(rig.executions("quiet")).containsExactly(1L, 1L, 0L);
    }

    @Test
    void takesWhatWaitedInAQueueForTooLongWhenItEndsFirst() {
        var queue = Rig.PATIENCE.multipliedBy(2).toMillis() - 200;
        done(rig.run("#judge: job=queue queue=" + queue + "ms"), rig.a, 1);
    }

    @Test
    void givesUpAtTheAgeLimitWhenATestIsStuckInEveryQueue() {
        gaveUp(rig.run("#judge: job=stuck stuck=queue"), "not judged in time: ");
        assertThat(rig.executions("stuck")).containsExactly(2L, 1L, 0L);
    }

    @Test
    void asksTheSameInstanceAgainWhenItWasAwayForAMoment() {
        var job = rig.platform.submit(Platform.job("#judge: job=moment run=400ms"));
        await().until(() -> rig.executions("moment").getFirst() == 1);
        rig.a.goDown();
        await().pollDelay(Rig.PATIENCE.dividedBy(3)).until(() -> true);
        assertThat(rig.log.results(job)).noneMatch(state -> state.status().terminal());
        rig.a.comeBack();
        done(rig.log.end(job), rig.a, 1);
        assertThat(rig.executions("moment")).containsExactly(1L, 0L, 0L);
    }

    @Test
    void runsATestElsewhereWhenItsInstanceStaysAway() {
        rig.a.configure(setup -> setup.withRunTime(LONG));
        var job = rig.platform.submit(Platform.job("#judge: job=away"));
        await().until(() -> rig.executions("away").getFirst() == 1);
        rig.a.goDown();
        done(rig.log.end(job), rig.b, 2);
        assertThat(rig.executions("away")).containsExactly(1L, 1L, 0L);
    }

    @Test
    void goesOnAskingAnInstanceThatAnswersWithErrors() {
        rig.a.fail(Fault.status(500).on(Call.ASK_BATCH).times(2));
        rig.a.fail(
                Fault.tooManyRequests(Duration.ofSeconds(1)).on(Call.ASK_BATCH).times(1));
        rig.a.fail(Fault.answer(200, "text/html", "<html>").on(Call.ASK_BATCH).times(1));
        done(rig.run("#judge: job=errors"), rig.a, 1);
        assertThat(rig.executions("errors")).containsExactly(1L, 0L, 0L);
    }

    @Test
    void tellsOneEndThoughVerdictsComeAgain() {
        var job = rig.platform.submit(Platform.job("#judge: job=again"));
        done(rig.log.end(job), rig.a, 1);
        for (var verdict : List.of(Verdict.ACCEPTED, Verdict.ACCEPTED, Verdict.WRONG_ANSWER)) {
            rig.platform.publish(Topics.VERDICTS, job, judged(job, verdict)).block();
        }
        await().until(() -> rig.lag.records() == 0);
        assertThat(rig.log.results(job).stream().filter(state -> state.status().terminal()))
                .hasSize(1);
    }

    private JobId running(String name) {
        var job = rig.platform.submit(Platform.job("#judge: job=" + name));
        await().until(() -> rig.log.results(job).stream().anyMatch(state -> state.status() == Status.RUNNING));
        return job;
    }

    private Progress judged(JobId job, Verdict verdict) {
        return new Progress.Judged(
                Schema.VERSION, job, 0, 1, rig.a.instance(), verdict, RunOutput.NOTHING, Instant.now());
    }

    private static void done(JobResult end, FakeJudge0 on, int attempt) {
        assertThat(end.status()).as("%s", end.output().message()).isEqualTo(Status.DONE);
        assertThat(end.tests().getFirst().instance()).isEqualTo(on.instance());
        assertThat(end.tests().getFirst().attempt()).isEqualTo(attempt);
    }

    private static void gaveUp(JobResult end, String words) {
        assertThat(end.status()).isEqualTo(Status.ERROR);
        assertThat(end.verdict()).isEqualTo(Verdict.GAVE_UP);
        assertThat(end.output().message()).contains(words);
    }
}
