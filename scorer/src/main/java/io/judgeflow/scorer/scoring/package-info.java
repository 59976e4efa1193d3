/** Submissions and verdicts folded into one state per job. */
@NullMarked
package io.judgeflow.scorer.scoring;

import org.jspecify.annotations.NullMarked;
