package io.judgeflow.judge0.callback;

import io.judgeflow.contracts.job.Attempt;
import io.judgeflow.contracts.job.JobId;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes the addresses that Judge0 calls back, and knows its own again. */
public final class CallbackUrls {

    /** Where a poller listens for callbacks, as a pattern of paths. */
    public static final String PATHS = SignedPath.PREFIX + "**";

    private final CallbackSettings settings;
    private final @Nullable SignedPath paths;
    private final Clock clock;

    /** Makes none when the settings want no callbacks. */
    public CallbackUrls(CallbackSettings settings, Clock clock) {
        this.settings = settings;
        this.paths = settings.enabled() ? new SignedPath(settings.secret()) : null;
        this.clock = clock;
    }

    /** Whether callbacks are wanted. */
    public boolean enabled() {
        return paths != null;
    }

    /**
     * Where the instance shall send the result of this attempt; null when callbacks are not wanted.
     *
     * @param partition where the job's submission lies
     * @param traceParent of the job; null for none
     */
    public @Nullable String of(Attempt attempt, int partition, @Nullable String traceParent) {
        var address = of(attempt, partition);
        return address == null
                ? null
                : UriComponentsBuilder.fromUriString(address)
                        .queryParam(Aside.SENT_AT, clock.instant().toEpochMilli())
                        .queryParamIfPresent(Aside.TRACE_PARENT, Optional.ofNullable(traceParent))
                        .build()
                        .toUriString();
    }

    private @Nullable String of(Attempt attempt, int partition) {
        return paths == null
                ? null
                : settings.url() + paths.of(attempt, partition, clock.instant().plus(settings.validFor()));
    }

    /** Where the instance shall send the result of a run that only shows whether callbacks arrive; null as above. */
    public @Nullable String ofTrial(UUID id, String instance) {
        return of(SignedPath.trial(new JobId(id), instance), 0);
    }

    /** What the path of a request proves, as it was received and without what a proxy put in front of it. */
    public Called check(String path) {
        return paths == null ? new Called.Forged() : paths.check(path, clock.instant());
    }

    /** The address under which the paths lie, for messages. */
    public String base() {
        return settings.url();
    }
}
