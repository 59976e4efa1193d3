/** Everything is killed, stopped and hindered under load, by a plan that follows from a number; nothing may be lost. */
@NullMarked
package io.judgeflow.bench.monkey;

import org.jspecify.annotations.NullMarked;
