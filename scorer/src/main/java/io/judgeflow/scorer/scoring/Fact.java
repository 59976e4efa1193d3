package io.judgeflow.scorer.scoring;

import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.event.Progress;

/** What the fold reads: both sources as one stream. */
sealed interface Fact {

    /** From the submissions. */
    record Submitted(JobSubmitted job) implements Fact {}

    /** From the verdicts. */
    record Learned(Progress progress) implements Fact {}
}
