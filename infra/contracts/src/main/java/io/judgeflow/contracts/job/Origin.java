package io.judgeflow.contracts.job;

/** Where a job lies in the submissions topic, so that a token need not carry the code along to have it run again. */
public record Origin(int partition, long offset) {}
