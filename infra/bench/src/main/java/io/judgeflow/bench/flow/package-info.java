/** Whole jobs, from the submission to its end on the client's stream. */
@NullMarked
package io.judgeflow.bench.flow;

import org.jspecify.annotations.NullMarked;
