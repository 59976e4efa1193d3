/** Traces: which one a job belongs to, and, where somebody collects them, what each service did for it. */
@NullMarked
package io.judgeflow.telemetry.trace;

import org.jspecify.annotations.NullMarked;
