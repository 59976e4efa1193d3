package io.judgeflow.testkit.judge0;

import java.util.Collections;
import java.util.LinkedHashMap;
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
    private final Map<String, Executions> executions = Collections.synchronizedMap(new Latest<>());
    private final Map<String, LongAdder> refusals = Collections.synchronizedMap(new Latest<>());
    private final LongAdder executed = new LongAdder();

    Submission accept(Draft draft, Setup setup) {
        var directive = Directive.of(draft.source());
        var random = ThreadLocalRandom.current();
        var token = new UUID(random.nextLong(), random.nextLong()).toString();
        var outcome = Outcome.of(draft.source(), directive, draft.stdin(), draft.expected());
        var submission = new Submission(token, outcome, directive, setup);
        count(name(draft), submission);
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
        return count == null ? 0 : count.times.sum();
    }

    @Nullable
    Submission latest(String program) {
        var count = executions.get(program);
        return count == null ? null : count.latest;
    }

    /** It was wrong, and was not accepted. */
    void refuse(Draft draft) {
        var program = name(draft);
        refusals.computeIfAbsent(program, first -> new LongAdder()).increment();
    }

    long refused(String program) {
        var count = refusals.get(program);
        return count == null ? 0 : count.sum();
    }

    private static String name(Draft draft) {
        var job = Directive.of(draft.source()).text("job");
        return job == null ? draft.source() : job;
    }

    private void count(String program, Submission submission) {
        executed.increment();
        var count = executions.computeIfAbsent(program, first -> new Executions());
        count.times.increment();
        count.latest = submission;
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

    /** What is known of the programs that came last. */
    private static final class Latest<V> extends LinkedHashMap<String, V> {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > MOST_PROGRAMS;
        }
    }

    /** What is kept of one program. */
    private static final class Executions {
        private final LongAdder times = new LongAdder();
        private volatile @Nullable Submission latest;
    }
}
