package io.judgeflow.bench.monkey;

import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Limits;
import io.judgeflow.contracts.job.Scoring;
import io.judgeflow.contracts.job.TestCase;
import io.judgeflow.contracts.job.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * A job that somebody wants, and how it has to come out.
 *
 * @param key under which it is submitted by HTTP, and its id by topic
 * @param way how it is submitted
 */
record TestJob(UUID key, String code, List<TestCase> tests, Scoring scoring, Verdict verdict, Way way) {

    private static final String ECHO = "cat\n";

    /** By the public API, straight to the topic, or to the topic and not to be read by anybody. */
    enum Way {
        HTTP,
        TOPIC,
        GARBAGE
    }

    static TestJob next(Random random) {
        var key = new UUID(random.nextLong(), random.nextLong());
        var dice = random.nextInt(100);
        var way = dice < 88 ? Way.HTTP : dice < 99 ? Way.TOPIC : Way.GARBAGE;
        return switch (random.nextInt(10)) {
            case 0 -> bad(key, way, random);
            case 1 -> new TestJob(key, "exit 3", tests(random, false), scoring(random), Verdict.RUNTIME_ERROR, way);
            case 2 ->
                new TestJob(key, "#judge: run=2s\ncat", tests(random, false), scoring(random), Verdict.ACCEPTED, way);
            case 3, 4, 5 -> new TestJob(key, ECHO, tests(random, true), scoring(random), Verdict.WRONG_ANSWER, way);
            default -> new TestJob(key, ECHO, tests(random, false), scoring(random), Verdict.ACCEPTED, way);
        };
    }

    /** No Judge0 takes it. */
    private static TestJob bad(UUID key, Way way, Random random) {
        return new TestJob(
                key, "#judge: reject=is_bad\ncat", tests(random, false), scoring(random), Verdict.REFUSED, way);
    }

    /** One to four, of which one fails when it should. */
    private static List<TestCase> tests(Random random, boolean wrong) {
        var tests = new ArrayList<TestCase>();
        var number = 1 + random.nextInt(4);
        var failing = wrong ? random.nextInt(number) : -1;
        for (var i = 0; i < number; i++) {
            var expected = i == failing ? "something else" : "text " + i;
            tests.add(new TestCase(null, "text " + i, expected, 1 + random.nextInt(3)));
        }
        return tests;
    }

    private static Scoring scoring(Random random) {
        return random.nextInt(3) == 0
                ? new Scoring(Scoring.Policy.ALL_OR_NOTHING, Scoring.Points.DEFAULT)
                : Scoring.DEFAULT;
    }

    /** The body of {@code POST /api/execute}. */
    Map<String, ?> body() {
        var policy = scoring.policy() == Scoring.Policy.WEIGHTED ? "weighted" : "all-or-nothing";
        var cases = tests.stream()
                .map(test -> Map.of(
                        "stdin", String.valueOf(test.stdin()),
                        "expected_output", String.valueOf(test.expectedOutput()),
                        "weight", test.weight()))
                .toList();
        return Map.of("lang", "bash", "code", code, "tests", cases, "scoring", Map.of("policy", policy));
    }

    /** The record in the submissions. */
    JobSubmitted job() {
        return new JobSubmitted(
                Schema.VERSION, new JobId(key), null, "bash", code, tests, Limits.NONE, scoring, Instant.now());
    }

    /** Without its code. */
    @Override
    public String toString() {
        return "%d tests by %s, to be %s".formatted(tests.size(), way, verdict);
    }
}
