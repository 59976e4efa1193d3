package io.judgeflow.bench.fuzz;

import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Origin;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Some of the jobs that were submitted under fire, and where; any thread. */
final class KnownJobs {

    private static final int MOST = 500;

    private final Map<JobId, Origin> places = new LinkedHashMap<>();

    synchronized void learn(JobId job, Origin place) {
        places.put(job, place);
        if (places.size() > MOST) {
            places.remove(places.keySet().iterator().next());
        }
    }

    /** Null while there is none. */
    synchronized @Nullable JobId any(Random random) {
        return places.keySet().stream()
                .skip(places.isEmpty() ? 0 : random.nextInt(places.size()))
                .findFirst()
                .orElse(null);
    }

    /** Null when it is not known. */
    synchronized @Nullable Origin placeOf(JobId job) {
        return places.get(job);
    }
}
