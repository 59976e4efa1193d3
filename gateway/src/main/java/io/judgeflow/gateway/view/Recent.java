package io.judgeflow.gateway.view;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.RunOutput;
import io.judgeflow.contracts.event.TestResult;
import io.judgeflow.contracts.job.JobId;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The jobs seen last, bounded in number and bytes. The ones first seen leave first: which job is asked for says little
 * about which will be, so a cache that learns from use would turn new jobs away. Not thread-safe.
 */
final class Recent {

    /** About what the objects around the texts of one job, and of one of its tests, take of the heap. */
    private static final int BYTES_PER_JOB = 500;

    private static final int BYTES_PER_TEST = 200;
    private static final int BYTES_PER_CHARACTER = 2;

    private final LinkedHashMap<JobId, JobResult> jobs = new LinkedHashMap<>();
    private final int maxJobs;
    private final long maxBytes;
    private final Clock clock;
    private final Users users = new Users();
    private long bytes;
    private Instant newestLeft = Instant.MIN;

    Recent(int maxJobs, long maxBytes, Clock clock) {
        this.maxJobs = maxJobs;
        this.maxBytes = maxBytes;
        this.clock = clock;
    }

    @Nullable
    JobResult get(JobId id) {
        return jobs.get(id);
    }

    /** The same jobs by user. */
    Users users() {
        return users;
    }

    /** Notes a job's newest state; says who watches its user. */
    List<UserWatcher> put(JobResult state) {
        var told = users.put(state);
        var before = jobs.put(state.jobId(), state);
        bytes += weight(state) - (before == null ? 0 : weight(before));
        while (jobs.size() > maxJobs || (bytes > maxBytes && jobs.size() > 1)) {
            var oldest = jobs.pollFirstEntry().getValue();
            bytes -= weight(oldest);
            users.remove(oldest);
            newestLeft = later(newestLeft, earlier(oldest.createdAt(), clock.instant()));
        }
        return told;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** The clock of the machine that took the job may be ahead: its jobs must not make all that follow look late. */
    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /**
     * Whether a job of this age may have been here and left. A first state that is read late, behind the results that
     * have already left, must then not be taken for the present one.
     */
    boolean mayHaveLeft(Instant createdAt) {
        return !createdAt.isAfter(newestLeft);
    }

    int size() {
        return jobs.size();
    }

    long bytes() {
        return bytes;
    }

    private static long weight(JobResult state) {
        return BYTES_PER_JOB
                + weight(state.userId())
                + weight(state.language())
                + weight(state.output())
                + state.tests().stream().mapToLong(Recent::weight).sum();
    }

    private static long weight(TestResult test) {
        return BYTES_PER_TEST + weight(test.name()) + weight(test.instance()) + weight(test.output());
    }

    private static long weight(RunOutput output) {
        return weight(output.stdout())
                + weight(output.stderr())
                + weight(output.compileOutput())
                + weight(output.message());
    }

    private static long weight(@Nullable String text) {
        return text == null ? 0 : (long) BYTES_PER_CHARACTER * text.length();
    }
}
