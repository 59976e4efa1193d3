package io.judgeflow.bench.fuzz;

import com.fasterxml.uuid.Generators;
import io.judgeflow.bench.Feed;
import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Limits;
import io.judgeflow.contracts.job.Scoring;
import io.judgeflow.contracts.job.TestCase;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.testkit.gateway.GatewayClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Right jobs under fire: each is judged as it should be, in time. */
final class Probes implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final GatewayClient client;
    private final Feed feed;
    private final Duration bound;
    private final Problems problems;
    private final List<Duration> took = new ArrayList<>();

    /** @param bound from the submission to the end that a client sees */
    Probes(Pipeline pipeline, Duration bound, Problems problems) {
        this.client = new GatewayClient(pipeline.gateway());
        this.feed = pipeline.feed();
        this.bound = bound;
        this.problems = problems;
    }

    /** One by each door; completes when both have ended, or are late. */
    CompletableFuture<Void> submit() {
        return CompletableFuture.allOf(
                CompletableFuture.runAsync(() -> probe("by HTTP", this::byHttp)),
                CompletableFuture.runAsync(() -> probe("by topic", this::byTopic)));
    }

    private void probe(String door, java.util.function.Supplier<String> submission) {
        var begin = System.nanoTime();
        try {
            var end = client.end(submission.get());
            var duration = Duration.ofNanos(System.nanoTime() - begin);
            note(duration);
            var right = end.path("status").asString("").equals("done")
                    && end.path("verdict").asString("").equals("accepted");
            if (!right || duration.compareTo(bound) > 0) {
                problems.found("a right job " + door + ", after " + duration + ": " + end);
            }
        } catch (RuntimeException e) {
            problems.found("a right job " + door + ": " + e);
        }
    }

    private String byHttp() {
        return client.execute(Map.of("lang", "bash", "code", "echo 42", "expected_output", "42"))
                .join();
    }

    private String byTopic() {
        var id = new JobId(Generators.timeBasedEpochRandomGenerator().generate());
        var tests = List.of(new TestCase("one", null, "42", 1), new TestCase("two", null, "42", 2));
        var job = new JobSubmitted(
                Schema.VERSION, id, null, "bash", "echo 42", tests, Limits.NONE, Scoring.DEFAULT, Instant.now());
        feed.publish(Topics.SUBMISSIONS, id, job).block(PATIENCE);
        return id.toString();
    }

    private synchronized void note(Duration duration) {
        took.add(duration);
    }

    /** Sorted. */
    synchronized List<Duration> took() {
        return took.stream().sorted().toList();
    }

    @Override
    public void close() {
        client.close();
        feed.close();
    }
}
