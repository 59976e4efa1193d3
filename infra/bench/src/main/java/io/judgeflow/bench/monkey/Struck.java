package io.judgeflow.bench.monkey;

import java.time.Instant;

/**
 * A strike that has happened.
 *
 * @param at when it did
 * @param healed when what was hit was there again
 */
record Struck(Strike strike, Instant at, Instant healed) {}
