package io.judgeflow.submitter;

import io.judgeflow.telemetry.stage.JobStage;
import io.judgeflow.telemetry.stage.StageTimer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What became of errands: counter {@code judgeflow.submitter.outcomes} with tag {@code outcome}; and how long they waited. */
@Component
final class SubmitterMeters {

    private final Counter issued;
    private final Counter deferred;
    private final Counter refused;
    private final Counter gaveUp;
    private final StageTimer queued;

    SubmitterMeters(MeterRegistry meters) {
        // From the beginning, as a rate misses the first of a counter that appears with it.
        this.issued = counter(meters, "issued");
        this.deferred = counter(meters, "deferred");
        this.refused = counter(meters, "refused");
        this.gaveUp = counter(meters, "gave_up");
        this.queued = new StageTimer(meters, JobStage.QUEUED);
    }

    /** One more; only a first attempt has come straight from the queue. */
    void count(DispatchOutcome outcome, Instant now) {
        counter(outcome).increment();
        if (outcome instanceof DispatchOutcome.Issued issued && issued.errand().attempt() == 1) {
            queued.passed(issued.errand().submittedAt(), now);
        }
    }

    private Counter counter(DispatchOutcome outcome) {
        return switch (outcome) {
            case DispatchOutcome.Issued taken -> issued;
            case DispatchOutcome.Deferred later -> deferred;
            case DispatchOutcome.Refused never -> refused;
            case DispatchOutcome.GaveUp tooOld -> gaveUp;
        };
    }

    private static Counter counter(MeterRegistry meters, String outcome) {
        return meters.counter("judgeflow.submitter.outcomes", "outcome", outcome);
    }
}
