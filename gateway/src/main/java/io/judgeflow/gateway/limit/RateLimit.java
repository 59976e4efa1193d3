package io.judgeflow.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.judgeflow.gateway.identity.Caller;
import io.judgeflow.gateway.problem.Problem;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** A bucket of submissions for each caller. One that nobody asked for in the time it takes to fill is forgotten. */
@Component
class RateLimit {

    private final RateLimitSettings settings;
    private final Cache<String, Bucket> buckets;

    RateLimit(RateLimitSettings settings) {
        this.settings = settings;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(settings.callers())
                .expireAfterAccess(settings.per())
                .build();
    }

    /**
     * What is left to a caller after this request.
     *
     * @param quota how many submissions there are in a window
     * @param taken whether there was one left for this request
     * @param retry when there will be one
     * @param reset when all will be there again
     */
    record Standing(Quota quota, boolean taken, long left, Duration retry, Duration reset) {

        /** Tells the caller, in the fields of draft-ietf-httpapi-ratelimit-headers-10. */
        void tell(HttpHeaders headers) {
            headers.set(
                    "RateLimit-Policy",
                    "\"%s\";q=%d;w=%d".formatted(quota.name, quota.submissions, quota.window.toSeconds()));
            headers.set("RateLimit", "\"%s\";r=%d;t=%d".formatted(quota.name, left, roundedUp(reset)));
        }

        /** What whoever finds nothing left is answered. */
        Problem refusal() {
            return Problem.tooMany(
                    "There are %d submissions in %d seconds.".formatted(quota.submissions, quota.window.toSeconds()),
                    Duration.ofSeconds(roundedUp(retry)));
        }

        private static long roundedUp(Duration time) {
            return time.plusSeconds(1).minusNanos(1).toSeconds();
        }
    }

    /**
     * A quota, as callers are told of it.
     *
     * @param name of the policy
     */
    record Quota(String name, int submissions, Duration window) {}

    /**
     * Takes one submission of the caller's.
     *
     * @param address of the client
     * @return empty for callers without a limit
     */
    Optional<Standing> take(Caller caller, String address) {
        if (!settings.enabled()) {
            return Optional.empty();
        }
        return switch (caller) {
            case Caller.Anonymous anonymous ->
                anonymous.trusted() ? Optional.empty() : take("address:" + address, quota("address"));
            case Caller.User user -> take("user:" + user.id(), quota("user"));
            case Caller.Service service ->
                take("service:" + service.name(), new Quota("service", settings.serviceSubmissions(), settings.per()));
        };
    }

    private Quota quota(String name) {
        return new Quota(name, settings.submissions(), settings.per());
    }

    private Optional<Standing> take(String caller, Quota quota) {
        var probe = buckets.get(caller, key -> full(quota)).tryConsumeAndReturnRemaining(1);
        return Optional.of(new Standing(
                quota,
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                Duration.ofNanos(probe.getNanosToWaitForReset())));
    }

    private static Bucket full(Quota quota) {
        return Bucket.builder()
                .addLimit(
                        limit -> limit.capacity(quota.submissions()).refillGreedy(quota.submissions(), quota.window()))
                .build();
    }
}
