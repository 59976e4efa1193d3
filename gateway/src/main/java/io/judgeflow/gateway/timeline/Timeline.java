package io.judgeflow.gateway.timeline;

import io.judgeflow.contracts.event.AttemptTimes;
import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.TestResult;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Status;
import io.judgeflow.contracts.job.Verdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a job went through, as far as its present state tells.
 *
 * @param moments in their order; of moments at the same time, as they follow from each other
 */
record Timeline(JobId jobId, Status status, long version, List<Moment> moments) {

    static Timeline of(JobResult state) {
        var created = Stream.of(Moment.ofJob(state.createdAt(), Moment.What.CREATED, null));
        var attempts = state.tests().stream()
                .flatMap(test -> test.attempts().stream().flatMap(attempt -> moments(test, attempt)));
        var end = state.status().terminal()
                ? Stream.of(Moment.ofJob(state.updatedAt(), Moment.What.ENDED, state.verdict()))
                : Stream.<Moment>empty();
        var moments = Stream.of(created, attempts, end)
                .flatMap(each -> each)
                .sorted(Comparator.comparing(Moment::at).thenComparing(Moment::what))
                .toList();
        return new Timeline(state.jobId(), state.status(), state.version(), moments);
    }

    private static Stream<Moment> moments(TestResult test, AttemptTimes times) {
        return Stream.of(
                        moment(test, times, times.takenAt(), Moment.What.TAKEN, null),
                        moment(test, times, times.startedAt(), Moment.What.STARTED, null),
                        moment(test, times, times.judgedAt(), Moment.What.JUDGED, test.verdict()))
                .flatMap(Stream::ofNullable);
    }

    private static @Nullable Moment moment(
            TestResult test, AttemptTimes times, @Nullable Instant at, Moment.What what, @Nullable Verdict verdict) {
        var judged = what == Moment.What.JUDGED;
        return at == null
                ? null
                : new Moment(
                        at,
                        what,
                        test.test(),
                        times.attempt(),
                        times.instance(),
                        verdict,
                        judged ? times.queueTime() : null,
                        judged ? times.wallTime() : null);
    }
}
