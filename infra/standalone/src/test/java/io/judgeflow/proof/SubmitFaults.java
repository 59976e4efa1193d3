package io.judgeflow.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.TestResult;
import io.judgeflow.contracts.job.Status;
import io.judgeflow.contracts.job.Verdict;
import io.judgeflow.testkit.judge0.Call;
import io.judgeflow.testkit.judge0.FakeJudge0;
import io.judgeflow.testkit.judge0.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an instance answers to a submit, what becomes of the job, and who else is asked. */
abstract class SubmitFaults {

    private final Rig rig;

    SubmitFaults(Rig rig) {
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
    void asksTheNextInstanceWhenOneRefusesConnections() {
        rig.a.goDown();
        doneOn(rig.b, rig.run("#judge: job=refused"));
        assertThat(rig.executions("refused")).containsExactly(0L, 1L, 0L);
    }

    @Test
    void asksTheNextInstanceWhenOneResetsTheConnection() {
        rig.a.fail(Fault.reset().on(Call.SUBMIT).times(1));
        rig.b.fail(Fault.reset().on(Call.SUBMIT).times(1));
        doneOn(rig.c, rig.run("#judge: job=reset"));
        assertThat(rig.executions("reset")).containsExactly(0L, 0L, 1L);
    }

    @Test
    void asksTheNextInstanceWhenOneDoesNotAnswerInTime() {
        rig.a.fail(Fault.hang().on(Call.SUBMIT).times(1));
        var end = rig.run("#judge: job=hang");
        doneOn(rig.b, end);
        assertThat(rig.executions("hang")).containsExactly(0L, 1L, 0L);
        assertThat(Duration.between(end.createdAt(), end.updatedAt())).isGreaterThanOrEqualTo(Rig.TIMEOUT);
    }

    @Test
    void scoresOnceWhatRanTwiceBecauseAnAnswerWasLost() {
        rig.a.fail(Fault.resetAfterwards().on(Call.SUBMIT).times(1));
        doneOn(rig.b, rig.run("#judge: job=twice"));
        assertThat(rig.executions("twice")).containsExactly(1L, 1L, 0L);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void asksTheNextInstanceAfterAServerError(int status) {
        rig.a.fail(Fault.status(status).on(Call.SUBMIT).times(1));
        doneOn(rig.b, rig.run("#judge: job=broken" + status));
        assertThat(rig.executions("broken" + status)).containsExactly(0L, 1L, 0L);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void asksTheNextInstanceWhenOneRefusesOurCredentials(int status) {
        rig.a.fail(Fault.status(status).on(Call.SUBMIT).times(1));
        doneOn(rig.b, rig.run("#judge: job=denied" + status));
        assertThat(rig.executions("denied" + status)).containsExactly(0L, 1L, 0L);
    }

    @Test
    void waitsOnTheLadderWhileEveryInstanceRefusesOurCredentials() {
        all().forEach(fake -> fake.configure(setup -> setup.withToken("another")));
        var job = rig.platform.submit(Platform.job("#judge: job=locked"));
        await().until(() -> all().stream().allMatch(fake -> fake.requests(Call.SUBMIT) > 0));
        rig.c.configure(setup -> setup.withToken(""));
        doneOn(rig.c, rig.log.end(job));
        assertThat(rig.executions("locked")).containsExactly(0L, 0L, 1L);
    }

    @Test
    void leavesAnInstanceAloneThatKeepsFailingAndComesBackToIt() {
        rig.a.fail(Fault.status(500).on(Call.SUBMIT));
        var before = rig.a.requests(Call.SUBMIT);
        IntStream.range(0, 30).forEach(i -> doneOn(rig.b, rig.run("#judge: job=open" + i)));
        assertThat(rig.workers.breaker(rig.a.instance())).isNotZero();
        assertThat(rig.a.requests(Call.SUBMIT) - before).isLessThan(30);
        rig.a.heal();
        await().until(() -> rig.run("#judge: job=closed").tests().getFirst().instance(), rig.a.instance()::equals);
    }

    @Test
    void asksTheNextInstanceWhileTheQueueIsFullAndKeepsTheBreakerClosed() {
        rig.a.fail(Fault.queueFull());
        var before = rig.a.requests(Call.SUBMIT);
        IntStream.range(0, 25).forEach(i -> doneOn(rig.b, rig.run("#judge: job=full" + i)));
        assertThat(rig.workers.breaker(rig.a.instance())).isZero();
        assertThat(rig.a.requests(Call.SUBMIT) - before)
                .as("left alone for a moment")
                .isBetween(1L, 24L);
        rig.a.heal();
        await().atMost(Duration.ofSeconds(2))
                .until(() -> rig.run("#judge: job=room").tests().getFirst().instance(), rig.a.instance()::equals);
    }

    @Test
    void asksTheNextInstanceDuringMaintenanceAndKeepsTheBreakerClosed() {
        rig.a.fail(Fault.maintenance());
        doneOn(rig.b, rig.run("#judge: job=maintenance"));
        assertThat(rig.executions("maintenance")).containsExactly(0L, 1L, 0L);
        assertThat(rig.workers.breaker(rig.a.instance())).isZero();
    }

    @Test
    void waitsAsLongAsA429SaysAndAsksNobodyElse() {
        rig.a.fail(Fault.tooManyRequests(Duration.ofSeconds(2)).on(Call.SUBMIT).times(1));
        var elsewhere = rig.b.requests(Call.SUBMIT) + rig.c.requests(Call.SUBMIT);
        var before = rig.a.requests(Call.SUBMIT);
        var end = rig.run("#judge: job=limited");
        doneOn(rig.a, end);
        assertThat(Duration.between(end.createdAt(), end.updatedAt())).isGreaterThan(Duration.ofSeconds(2));
        assertThat(rig.a.requests(Call.SUBMIT) - before).isEqualTo(2);
        assertThat(rig.b.requests(Call.SUBMIT) + rig.c.requests(Call.SUBMIT)).isEqualTo(elsewhere);
    }

    @Test
    void waitsOnTheLadderAfterA429ThatSaysNothing() {
        rig.a.fail(Fault.tooManyRequests(null).on(Call.SUBMIT).times(2));
        var elsewhere = rig.b.requests(Call.SUBMIT) + rig.c.requests(Call.SUBMIT);
        var end = rig.run("#judge: job=silent");
        doneOn(rig.a, end);
        assertThat(Duration.between(end.createdAt(), end.updatedAt())).isGreaterThan(Duration.ofSeconds(3));
        assertThat(rig.b.requests(Call.SUBMIT) + rig.c.requests(Call.SUBMIT)).isEqualTo(elsewhere);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 413, 422})
    void endsAJobInTheInstancesOwnWordsAfterA4xxAndAsksNobodyElse(int status) {
        rig.a.fail(Fault.refusal(status, "no thanks " + status).on(Call.SUBMIT).times(1));
        var before = requests();
        var end = rig.run("#judge: job=no" + status);
        refused(end, "no thanks " + status);
        assertThat(requests()).isEqualTo(before + 1);
        assertThat(rig.workers.breaker(rig.a.instance())).isZero();
    }

    @Test
    void endsAJobThatJudge0CallsWrongAndAsksNobodyElse() {
        refused(rig.run("#judge: job=wrong reject=is_too_long"), "source_code is too long");
        assertThat(rig.refusals("wrong")).containsExactly(1L, 0L, 0L);
    }

    @Test
    void endsOnlyTheJobOfWhichOneTestIsWrong() {
        var other = rig.platform.submit(Platform.job("#judge: job=neighbour run=500ms", 3, Instant.now()));
        await().until(() -> rig.executions("neighbour").getFirst() == 3);
        rig.a.fail(Fault.answer(201, "application/json", "[{\"token\":\"made-up\"},{\"stdin\":[\"is too long\"]}]")
                .on(Call.SUBMIT_BATCH)
                .times(1));
        var wrong = rig.platform.submit(Platform.job("#judge: job=half", 2, Instant.now()));
        refused(rig.log.end(wrong), "stdin is too long");
        assertThat(rig.log.end(other).status()).isEqualTo(Status.DONE);
        assertThat(rig.executions("neighbour")).containsExactly(3L, 0L, 0L);
    }

    @Test
    void waitsOnTheLadderWhileEveryInstanceIsDownAndRunsOnTheFirstThatComesBack() {
        all().forEach(FakeJudge0::goDown);
        var job = rig.platform.submit(Platform.job("#judge: job=ladder", 1, Instant.EPOCH));
        await().until(() -> rig.lag.written("judgeflow.submissions.deferred.2s") > 0);
        rig.c.comeBack();
        doneOn(rig.c, rig.log.end(job));
        assertThat(rig.executions("ladder")).containsExactly(0L, 0L, 1L);
    }

    @Test
    void givesUpAJobThatNoInstanceTakesWithinTheAgeLimitAndPutsItAside() {
        all().forEach(FakeJudge0::goDown);
        var ahead = Instant.now().plus(Duration.ofDays(1));
        var end = rig.log.end(rig.platform.submit(Platform.job("#judge: job=old", 1, ahead)));
        assertThat(end.status()).isEqualTo(Status.ERROR);
        assertThat(end.verdict()).isEqualTo(Verdict.GAVE_UP);
        assertThat(end.output().message()).contains("no Judge0 instance took it", rig.c.instance());
        await().untilAsserted(() -> assertThat(rig.log.deadLetters()).anySatisfy(letter -> {
            assertThat(letter.stage()).isEqualTo("submitter");
            assertThat(letter.reason()).contains("no Judge0 instance took it");
        }));
    }

    private List<FakeJudge0> all() {
        return List.of(rig.a, rig.b, rig.c);
    }

    private long requests() {
        return all().stream().mapToLong(fake -> fake.requests(Call.SUBMIT)).sum();
    }

    private static void doneOn(FakeJudge0 fake, JobResult end) {
        assertThat(end.status()).as("%s", end.output().message()).isEqualTo(Status.DONE);
        assertThat(end.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(end.tests()).extracting(TestResult::instance).containsOnly(fake.instance());
    }

    private static void refused(JobResult end, String words) {
        assertThat(end.status()).isEqualTo(Status.ERROR);
        assertThat(end.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(end.output().message()).isEqualTo(words);
    }
}
