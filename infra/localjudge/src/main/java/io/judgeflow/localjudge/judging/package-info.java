/** From the queue through the sandbox to the result and its callback. */
@NullMarked
package io.judgeflow.localjudge.judging;

import org.jspecify.annotations.NullMarked;
