package io.judgeflow.bench.monkey;

import java.time.Instant;

/**
 * An injection that has happened.
 *
 * @param at when it did
 * @param recovered when what was hit was there again
 */
record Injected(Injection injection, Instant at, Instant recovered) {}
