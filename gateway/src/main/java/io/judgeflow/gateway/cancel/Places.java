package io.judgeflow.gateway.cancel;

import io.judgeflow.contracts.job.JobId;
import java.util.LinkedHashMap;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/**
 * In which partition the submissions of recent jobs lie: there the facts about them belong. Other clients may choose it in
 * another way than we do. The first to come leave first; a job that is not known here is taken for one of ours.
 */
@Component
public class Places {

    private static final int MOST = 100_000;

    private final LinkedHashMap<JobId, Integer> partitions = new LinkedHashMap<>();

    /** Takes a submission's place. Of several with one id the first counts, as it does in the fold. */
    public void note(JobId job, int partition) {
        synchronized (partitions) {
            partitions.putIfAbsent(job, partition);
            if (partitions.size() > MOST) {
                partitions.pollFirstEntry();
            }
        }
    }

    /** Empty when the submission was not seen, or long ago. */
    public OptionalInt of(JobId job) {
        synchronized (partitions) {
            var partition = partitions.get(job);
            return partition == null ? OptionalInt.empty() : OptionalInt.of(partition);
        }
    }
}
