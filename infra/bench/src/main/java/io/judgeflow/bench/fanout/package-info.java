/** Very many open streams on one gateway. */
@NullMarked
package io.judgeflow.bench.fanout;

import org.jspecify.annotations.NullMarked;
