package io.judgeflow.judge0.callback;

import io.judgeflow.contracts.job.Attempt;
import java.util.UUID;

/** What the path of a callback proves. */
public sealed interface Called {

    /**
     * We gave the path to an instance for this attempt.
     *
     * @param partition where the job's submission lies, and so its verdicts
     */
    record About(Attempt attempt, int partition) implements Called {}

    /** We gave the path to an instance to see whether its callbacks arrive. */
    record Trial(UUID id, String instance) implements Called {}

    /** We gave it to somebody, too long ago. */
    record Expired() implements Called {}

    /** We never gave it to anybody. */
    record Forged() implements Called {}
}
