package io.judgeflow.gateway.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Status;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * States as events, but for their ids: encoded once, however many streams send them. The oldest leave first; a stream
 * that comes later for one that has left encodes it again.
 */
@Component
class SharedEvents {

    private static final byte[] END = {'\n', '\n'};

    private final JsonMapper json;
    private final byte[] start;
    private final long most;
    private final LinkedHashMap<Key, Shared> events = new LinkedHashMap<>();
    private long bytes;

    SharedEvents(JsonMapper json, StreamSettings settings) {
        this.json = json;
        this.start = ("event:status\nretry:" + settings.retry().toMillis() + "\ndata:").getBytes(UTF_8);
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
            var event = new ByteArrayOutputStream();
            event.writeBytes(start);
            json.writeValue(event, state);
            event.writeBytes(END);
            bytes = event.toByteArray();
            return bytes.length;
        }

        synchronized byte[] bytes() {
            return bytes == null ? END : bytes;
        }

        synchronized int size() {
            return bytes == null ? 0 : bytes.length;
        }
    }
}
