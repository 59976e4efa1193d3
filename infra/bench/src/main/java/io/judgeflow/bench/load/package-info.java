/** Jobs that are submitted at the times of a plan, over the public API, and what became of each. */
@NullMarked
package io.judgeflow.bench.load;

import org.jspecify.annotations.NullMarked;
