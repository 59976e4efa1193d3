/** Whether anything grows that should not. */
@NullMarked
package io.judgeflow.bench.soak;

import org.jspecify.annotations.NullMarked;
