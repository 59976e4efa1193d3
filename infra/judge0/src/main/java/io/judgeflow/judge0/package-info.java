/** Talks to Judge0: one small interface, stacked decorators, and a fleet that falls back from instance to instance. */
@NullMarked
package io.judgeflow.judge0;

import org.jspecify.annotations.NullMarked;
