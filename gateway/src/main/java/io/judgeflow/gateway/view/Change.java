package io.judgeflow.gateway.view;

import io.judgeflow.contracts.event.JobResult;

/**
 * A state of a job, and when this gateway learned of it.
 *
 * @param number rises with every change that this gateway learns of, for as long as it runs
 */
public record Change(long number, JobResult state) {}
