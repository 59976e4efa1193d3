package io.judgeflow.contracts.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a run took where; each null where nobody says. A callback of Judge0 1.13.1 tells neither duration.
 *
 * @param takenAt when its instance took it, or, where that answered later than it called back, when it was sent there
 * @param queueTime in the instance's queue, and compiling, in seconds by the instance's clock
 * @param wallTime running, in seconds by the instance's clock
 */
public record RunTimes(
        @Nullable Instant takenAt,
        @Nullable Double queueTime,
        @Nullable Double wallTime) {}
