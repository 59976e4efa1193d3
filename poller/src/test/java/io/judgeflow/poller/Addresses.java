package io.judgeflow.poller;

import io.judgeflow.contracts.job.Attempt;
import io.judgeflow.judge0.callback.CallbackSettings;
import io.judgeflow.judge0.callback.CallbackUrls;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Addresses that an instance was given, as it calls them: good for two hours from when they were made. */
record Addresses(CallbackUrls urls) {

    static Addresses madeAt(Instant now, String secret) {
        var settings = new CallbackSettings("http://poller:8082", secret, Duration.ofHours(2));
        return new Addresses(new CallbackUrls(settings, Clock.fixed(now, ZoneOffset.UTC)));
    }

    /** For an attempt at a job whose submission lies in partition 4. */
    String path(Attempt attempt) {
        return path(urls.of(attempt, 4, null));
    }

    static String path(@Nullable String address) {
        return URI.create(Objects.requireNonNull(address)).getPath();
    }
}
