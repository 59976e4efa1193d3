package io.judgeflow.gateway.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.judgeflow.contracts.job.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a job, or to one attempt at one of its tests. Absent is what it does not have.
 *
 * @param instance whose attempt it is
 * @param queueTime of a run that was judged: in the instance's queue, and compiling, in seconds by its clock
 * @param wallTime of a run that was judged: in seconds by the instance's clock
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Moment(
        Instant at,
        What what,
        @Nullable Integer test,
        @Nullable Integer attempt,
        @Nullable String instance,
        @Nullable Verdict verdict,
        @Nullable Double queueTime,
        @Nullable Double wallTime) {

    static Moment ofJob(Instant at, What what, @Nullable Verdict verdict) {
        return new Moment(at, what, null, null, null, verdict, null, null);
    }

    /** What there is to happen, in the order in which it does. */
    enum What {
        @JsonProperty("created")
        CREATED,
        @JsonProperty("taken")
        TAKEN,
        @JsonProperty("started")
        STARTED,
        @JsonProperty("judged")
        JUDGED,
        @JsonProperty("ended")
        ENDED
    }
}
