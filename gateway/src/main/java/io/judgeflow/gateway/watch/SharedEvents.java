package io.judgeflow.gateway.watch;

import static java.util.Objects.requireNonNull;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Status;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * States as events, but for their ids: encoded once, however many streams send them. The oldest leave first; a stream
 * that comes later for one that has left encodes it again.
 */
@Component
class SharedEvents {

    private final LiveEvents live;
    private final long most;
    private final LinkedHashMap<Key, Shared> events = new LinkedHashMap<>();
    private long bytes;

    SharedEvents(LiveEvents live, StreamSettings settings) {
        this.live = live;
        this.most = settings.shared().toBytes();
    }

    /** The event without its id; nobody may change it. */
    byte[] of(JobResult state) {
        var key = new Key(state.jobId(), state.version(), state.status());
        Shared shared;
        synchronized (events) {
            shared = events.computeIfAbsent(key, first -> new Shared());
        }
        var fresh = shared.encode(state);
        if (fresh > 0) {
            count(fresh);
        }
        return shared.bytes();
    }

    private void count(int fresh) {
        synchronized (events) {
            bytes += fresh;
            while (bytes > most && !events.isEmpty()) {
                bytes -= events.pollFirstEntry().getValue().size();
            }
        }
    }

    private record Key(JobId job, long version, Status status) {}

    /** Its own lock: whoever wants the same waits for it, and nobody else does. */
    private final class Shared {
        private byte @Nullable [] bytes;

        /** How many bytes it has become just now; 0 when it was there. */
        synchronized int encode(JobResult state) {
            if (bytes != null) {
                return 0;
            }
            bytes = live.encode("status", state);
            return bytes.length;
        }

        synchronized byte[] bytes() {
            return requireNonNull(bytes);
        }

        synchronized int size() {
            return bytes == null ? 0 : bytes.length;
        }
    }
}
