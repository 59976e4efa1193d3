/** Whether what a program printed is what was expected of it: pure functions, in linear time. */
@NullMarked
package io.judgeflow.scorer.checker;

import org.jspecify.annotations.NullMarked;
