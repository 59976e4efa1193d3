/** What became of the jobs of each minute. */
@NullMarked
package io.judgeflow.gateway.statistics;

import org.jspecify.annotations.NullMarked;
