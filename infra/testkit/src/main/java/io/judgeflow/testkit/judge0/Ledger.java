package io.judgeflow.testkit.judge0;

import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** All submissions by token, and how often each program was executed. Bounded: the oldest are forgotten. */
final class Ledger {

    private static final int MOST_PROGRAMS = 100_000;

    private final Map<String, Submission> submissions = new ConcurrentHashMap<>();
    private final Queue<String> oldestFirst = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final Map<String, LongAdder> executions = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> refusals = new ConcurrentHashMap<>();
    private final LongAdder executed = new LongAdder();

    Submission accept(Draft draft, Setup setup) {
        var directive = Directive.of(draft.source());
        var random = ThreadLocalRandom.current();
        var token = new UUID(random.nextLong(), random.nextLong()).toString();
        var outcome = Outcome.of(draft.source(), directive, draft.stdin(), draft.expected());
        var submission = new Submission(token, outcome, directive, setup);
        executed.increment();
        count(name(draft), executions);
        if (!directive.has("lost")) {
            remember(submission, setup.retained());
        }
        return submission;
    }

    @Nullable
    Submission find(String token) {
        return submissions.get(token);
    }

    void forget(String token) {
        submissions.remove(token);
    }

    void forgetAll() {
        submissions.clear();
    }

    long executed() {
        return executed.sum();
    }

    long executed(String program) {
        var count = executions.get(program);
        return count == null ? 0 : count.sum();
    }

    /** It was wrong, and was not accepted. */
    void refuse(Draft draft) {
        count(name(draft), refusals);
    }

    long refused(String program) {
        var count = refusals.get(program);
        return count == null ? 0 : count.sum();
    }

    private static String name(Draft draft) {
        var job = Directive.of(draft.source()).text("job");
        return job == null ? draft.source() : job;
    }

    private static void count(String program, Map<String, LongAdder> counts) {
        if (counts.size() < MOST_PROGRAMS || counts.containsKey(program)) {
            counts.computeIfAbsent(program, first -> new LongAdder()).increment();
        }
    }

    private void remember(Submission submission, int retained) {
        submissions.put(submission.token(), submission);
        oldestFirst.add(submission.token());
        if (size.incrementAndGet() > retained) {
            var oldest = oldestFirst.poll();
            if (oldest != null) {
                size.decrementAndGet();
                submissions.remove(oldest);
            }
        }
    }
}
