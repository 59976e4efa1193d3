/** The scorer: the fold of submissions and verdicts into results, and the sink of results into PostgreSQL. */
@NullMarked
package io.judgeflow.scorer;

import org.jspecify.annotations.NullMarked;
