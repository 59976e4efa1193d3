package io.judgeflow.localjudge.judging;

import io.judgeflow.localjudge.submission.Submission;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;

/** Submissions by token. Unlike Judge0's table it forgets: the oldest finished ones, beyond a number or a size. */
final class Retention {

    private final int maxCount;
    private final long maxBytes;
    private final Map<String, Submission> byToken = new ConcurrentHashMap<>();
    private final Queue<Submission> finished = new ArrayDeque<>();
    private long bytes;

    Retention(int maxCount, long maxBytes) {
        this.maxCount = maxCount;
        this.maxBytes = maxBytes;
    }

    void add(Submission submission) {
        byToken.put(submission.token(), submission);
    }

    Optional<Submission> find(String token) {
        return Optional.ofNullable(byToken.get(token));
    }

    /** Makes a submission that has its result one of those that may be forgotten. */
    synchronized void finished(Submission submission) {
        finished.add(submission);
        bytes += submission.weight();
        while (finished.size() > maxCount || (bytes > maxBytes && finished.size() > 1)) {
            var oldest = finished.remove();
            bytes -= oldest.weight();
            byToken.remove(oldest.token());
        }
    }
}
