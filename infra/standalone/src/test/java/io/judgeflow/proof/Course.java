package io.judgeflow.proof;

import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.event.Progress;
import io.judgeflow.contracts.event.RunOutput;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Verdict;
import io.judgeflow.contracts.topic.Topics;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What submitter and poller would tell of a job, made up: two tests, some facts twice, and for some a late verdict of
 * another attempt that contradicts the first, so that whoever forgets what he knew gives himself away.
 */
record Course(JobSubmitted job, List<Progress> facts) {

    private static final int TESTS = 2;

    static Course random(Random random) {
        var job = Platform.job("echo", TESTS, now());
        var facts = new ArrayList<Progress>();
        var id = job.jobId();
        var now = job.createdAt();
        facts.add(new Progress.Dispatched(Schema.VERSION, id, List.of(0, 1), 1, "a", now));
        for (int test = 0; test < TESTS; test++) {
            facts.add(new Progress.Processing(Schema.VERSION, id, test, 1, "a", now));
            facts.add(judged(id, test, 1, random.nextBoolean() ? Verdict.ACCEPTED : Verdict.WRONG_ANSWER));
            if (random.nextInt(4) == 0) {
                facts.add(facts.getLast());
            }
            if (random.nextInt(4) == 0) {
                facts.add(judged(id, test, 2, Verdict.TIME_LIMIT));
            }
        }
        return new Course(job, facts);
    }

    private static Progress judged(JobId job, int test, int attempt, Verdict verdict) {
        var output = new RunOutput("out of attempt " + attempt, null, null, null, 0.01, 3000);
        return new Progress.Judged(Schema.VERSION, job, test, attempt, "a", verdict, output, now());
    }

    /** As exact as the table keeps it. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Completes once the brokers have the job and all facts, in this order. */
    Mono<Void> publish(Platform platform) {
        return platform.publish(Topics.SUBMISSIONS, job.jobId(), job)
                .thenMany(Flux.fromIterable(facts))
                .concatMap(fact -> platform.publish(Topics.VERDICTS, job.jobId(), fact))
                .then();
    }

    /** A verdict of a third attempt, long after the end, that contradicts both before. */
    Mono<Void> contradict(Platform platform) {
        return Flux.range(0, TESTS)
                .concatMap(test -> platform.publish(
                        Topics.VERDICTS, job.jobId(), judged(job.jobId(), test, 3, Verdict.RUNTIME_ERROR)))
                .then();
    }
}
