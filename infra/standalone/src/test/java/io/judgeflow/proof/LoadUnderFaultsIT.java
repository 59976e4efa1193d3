package io.judgeflow.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.job.Status;
import io.judgeflow.contracts.job.Verdict;
import io.judgeflow.testkit.judge0.Call;
import io.judgeflow.testkit.judge0.FakeJudge0;
import io.judgeflow.testkit.judge0.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Steady load on two instances that fail in every way one request in ten, of which the first goes away and comes back
 * again and again. {@code -Dload.seconds=60 -Dload.rate=500} makes it long.
 */
class LoadUnderFaultsIT {

    private static final int SECONDS = Integer.getInteger("load.seconds", 9);
    private static final int RATE = Integer.getInteger("load.rate", 150);
    private static final int WRONG = 20;
    private static final Duration AWAY = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    @Test
    void endsEveryJobOnceThoughInstancesFailAndGoAway() {
        try (var rig = new Rig(directory, Rig.Temper.PATIENT)) {
            rig.settle();
            List.of(rig.a, rig.b).forEach(LoadUnderFaultsIT::failNowAndThen);
            rig.c.goDown();
            var jobs = load(rig);
            var began = System.nanoTime();
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(jobs).allMatch(job -> ended(rig, job)));
            report(rig, jobs, Duration.ofNanos(System.nanoTime() - began));
            rig.log.verify();
            jobs.forEach(job -> verify(rig, job));
            // An answer that was on its way when the instance went down is lost: only then somebody else is asked.
            var twice = jobs.stream().filter(job -> sum(rig.refusals("n" + number(job))) > 1);
            assertThat(twice).hasSizeLessThanOrEqualTo(2 + jobs.size() / 1000);
        }
    }

    private static void failNowAndThen(FakeJudge0 fake) {
        var calls = List.of(Call.SUBMIT, Call.SUBMIT_BATCH, Call.ASK_BATCH);
        for (var fault : List.of(
                Fault.status(500),
                Fault.reset(),
                Fault.hang(),
                Fault.slow(Duration.ofMillis(200)),
                Fault.answer(502, "text/html", "<html>"))) {
            fake.fail(fault.on(calls.getFirst(), calls.get(1), calls.get(2)).share(0.018));
        }
        fake.fail(Fault.queueFull().share(0.01))
                .fail(Fault.tooManyRequests(null).on(Call.SUBMIT).share(0.002));
    }

    /** The first instance is there for two seconds and away for two, in turns. */
    private static List<JobSubmitted> load(Rig rig) {
        try (var load = new Load(rig.platform, RATE, LoadUnderFaultsIT::program)) {
            var end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
            while (System.nanoTime() < end) {
                var before = rig.a.executed();
                await().pollDelay(AWAY).until(() -> true);
                assertThat(rig.a.executed()).as("used while it is there").isGreaterThan(before);
                rig.a.goDown();
                await().atMost(AWAY).until(() -> rig.workers.breaker(rig.a.instance()) > 0);
                await().pollDelay(AWAY.dividedBy(2)).until(() -> true);
                rig.a.comeBack();
            }
            var seen = rig.a.executed();
            await().until(() -> rig.a.executed() > seen);
            return load.accepted();
        }
    }

    private static String program(long number) {
        return "#judge: job=n" + number + (wrong(number) ? " reject=is_wrong" : "") + "\necho " + number;
    }

    private static boolean wrong(long number) {
        return number % WRONG == 0;
    }

    private static boolean ended(Rig rig, JobSubmitted job) {
        return rig.log.results(job.jobId()).stream()
                .anyMatch(state -> state.status().terminal());
    }

    private static void verify(Rig rig, JobSubmitted job) {
        var number = number(job);
        var end = rig.log.end(job.jobId());
        if (wrong(number)) {
            assertThat(end.verdict()).as("%s", end.output().message()).isEqualTo(Verdict.REFUSED);
            assertThat(sum(rig.executions("n" + number))).isZero();
        } else {
            assertThat(end.status()).as("%s", end.output().message()).isEqualTo(Status.DONE);
            assertThat(end.output().stdout()).isEqualTo(number + "\n");
        }
    }

    private static long number(JobSubmitted job) {
        return Long.parseLong(job.code().substring(job.code().lastIndexOf(' ') + 1));
    }

    private static long sum(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    private static void report(Rig rig, List<JobSubmitted> jobs, Duration drained) {
        var times = new ArrayList<Long>();
        for (var job : jobs) {
            JobResult end = rig.log.end(job.jobId());
            times.add(Duration.between(end.createdAt(), end.updatedAt()).toMillis());
        }
        times.sort(null);
        var twice = jobs.stream()
                .filter(job -> sum(rig.executions("n" + number(job))) > 1)
                .count();
        System.out.printf(
                "load under faults: %d jobs at %d/s, drained %d ms after the last; to the end p50 %d ms, p99 %d ms,"
                        + " longest %d ms; executed a %d, b %d, more than once %d%n",
                jobs.size(),
                RATE,
                drained.toMillis(),
                times.get(times.size() / 2),
                times.get(times.size() * 99 / 100),
                times.getLast(),
                rig.a.executed(),
                rig.b.executed(),
                twice);
    }
}
