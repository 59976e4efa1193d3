/** What a job is made of: ids, tests, limits, scoring, verdicts. */
@NullMarked
package io.judgeflow.contracts.job;

import org.jspecify.annotations.NullMarked;
