package io.judgeflow.localjudge.submission;

import java.math.BigDecimal;

/**
 * What a run used, or the mean of several.
 *
 * @param time processor time, in seconds
 * @param wallTime in seconds
 * @param memory peak, in KiB
 * @param exitCode Judge0 1.13.1: 0 too when the run was ended for its time
 */
public record Measured(BigDecimal time, BigDecimal wallTime, int memory, int exitCode) {}
