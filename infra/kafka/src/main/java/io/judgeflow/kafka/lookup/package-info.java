/** One record of a topic, by its offset. */
@NullMarked
package io.judgeflow.kafka.lookup;

import org.jspecify.annotations.NullMarked;
