/** Streams of a job's changes. */
@NullMarked
package io.judgeflow.gateway.watch;

import org.jspecify.annotations.NullMarked;
