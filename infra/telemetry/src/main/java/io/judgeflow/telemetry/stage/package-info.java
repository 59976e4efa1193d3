/** The stages that a job passes, and how long each takes. */
@NullMarked
package io.judgeflow.telemetry.stage;

import org.jspecify.annotations.NullMarked;
