/** How far behind the readers of topics are. */
@NullMarked
package io.judgeflow.kafka.lag;

import org.jspecify.annotations.NullMarked;
