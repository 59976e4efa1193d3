package io.judgeflow.gateway.watch;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.job.JobId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What a client has of several jobs. As an event's id it is the version of each job in the order of the request, behind
 * a checksum of the jobs: it means the same on every gateway and after a restart, and nothing at all for other jobs.
 */
final class SeenVersions {

    private static final int RADIX = 36;

    private final String jobs;
    private final Map<JobId, Long> versions = new LinkedHashMap<>();

    private SeenVersions(List<JobId> ids) {
        var checksum = new CRC32();
        ids.forEach(id -> {
            checksum.update(id.toString().getBytes(US_ASCII));
            versions.put(id, 0L);
        });
        this.jobs = Long.toString(checksum.getValue(), RADIX);
    }

    /** @param lastEventId what the client says that it has; whatever is no id for these jobs is nothing */
    static SeenVersions of(List<JobId> ids, @Nullable String lastEventId) {
        var seen = new SeenVersions(ids);
        if (lastEventId != null) {
            seen.read(lastEventId.strip().split("\\.", ids.size() + 2));
        }
        return seen;
    }

    private void read(String[] parts) {
        if (parts.length != versions.size() + 1 || !parts[0].equals(jobs)) {
            return;
        }
        var next = 1;
        for (var entry : versions.entrySet()) {
            entry.setValue(number(parts[next++]));
        }
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text, RADIX);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** The version that the client has of a job; 0 for none. */
    synchronized long of(JobId id) {
        return versions.getOrDefault(id, 0L);
    }

    /** Those that are news to the client. */
    List<JobResult> newsOf(List<JobResult> states) {
        return states.stream()
                .filter(state -> EventStream.isNews(state, of(state.jobId())))
                .toList();
    }

    /** What the client has once it has this as well, as an id. */
    synchronized String with(JobResult state) {
        versions.put(state.jobId(), state.version());
        return versions.values().stream()
                .map(version -> Long.toString(version, RADIX))
                .collect(Collectors.joining(".", jobs + ".", ""));
    }
}
