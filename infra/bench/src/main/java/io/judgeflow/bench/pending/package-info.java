/** Very many tokens that wait until they are due. */
@NullMarked
package io.judgeflow.bench.pending;

import org.jspecify.annotations.NullMarked;
