package io.judgeflow.kafka.tail;

import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.kafka.KafkaSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Jobs that were cancelled a while ago, as far as this process has heard. It saves work and decides nothing: the fold
 * ends a cancelled job whoever goes on with it, so that what is not known here, or forgotten, is only done in vain.
 */
public final class CancelledJobs implements SmartLifecycle {

    /** Long enough for what a crash or a long queue holds up; what comes later is done in vain. */
    private static final Duration LOOK_BACK = Duration.ofHours(1);

    private static final int MOST = 100_000;

    private final LinkedHashSet<JobId> jobs = new LinkedHashSet<>();
    private final TopicTail tail;

    /** Follows the cancellations while the application runs. */
    public CancelledJobs(ConsumerFactory<byte[], byte[]> consumers, KafkaSettings settings, Clock clock) {
        this.tail = new TopicTail(consumers, settings.prefix(), clock)
                .on(Topics.CANCELLATIONS, LOOK_BACK, cancelled -> add(cancelled.jobId()));
    }

    /** Whether working on the job would be in vain. */
    public boolean has(JobId job) {
        synchronized (jobs) {
            return jobs.contains(job);
        }
    }

    /** Notes one more; the first to come leave first. */
    public void add(JobId job) {
        synchronized (jobs) {
            jobs.add(job);
            if (jobs.size() > MOST) {
                jobs.removeFirst();
            }
        }
    }

    @Override
    public void start() {
        tail.start();
    }

    @Override
    public void stop() {
        tail.stop();
    }

    @Override
    public boolean isRunning() {
        return tail.isRunning();
    }
}
