package io.judgeflow.submitter;

import io.judgeflow.telemetry.stage.JobStage;
import io.judgeflow.telemetry.stage.StageTimer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What became of errands: counter {@code judgeflow.submitter.outcomes} with tag {@code outcome}; and how long they waited. */
@Component
final class SubmitterMeters {

    private final MeterRegistry meters;
    private final StageTimer queued;

    SubmitterMeters(MeterRegistry meters) {
        this.meters = meters;
        this.queued = new StageTimer(meters, JobStage.QUEUED);
    }

    /** One more; only a first attempt has come straight from the queue. */
    void count(DispatchOutcome outcome, Instant now) {
        meters.counter("judgeflow.submitter.outcomes", "outcome", name(outcome)).increment();
        if (outcome instanceof DispatchOutcome.Issued issued && issued.errand().attempt() == 1) {
            queued.passed(issued.errand().submittedAt(), now);
        }
    }

    private static String name(DispatchOutcome outcome) {
        return switch (outcome) {
            case DispatchOutcome.Issued issued -> "issued";
            case DispatchOutcome.Deferred deferred -> "deferred";
            case DispatchOutcome.Refused refused -> "refused";
            case DispatchOutcome.GaveUp gaveUp -> "gave_up";
        };
    }
}
