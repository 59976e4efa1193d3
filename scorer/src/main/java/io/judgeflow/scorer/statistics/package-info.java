/** Jobs counted by the minute and language, each of them once. */
@NullMarked
package io.judgeflow.scorer.statistics;

import org.jspecify.annotations.NullMarked;
