/** How long the scorer takes from a verdict to a result that a reader sees. */
@NullMarked
package io.judgeflow.bench.latency;

import org.jspecify.annotations.NullMarked;
