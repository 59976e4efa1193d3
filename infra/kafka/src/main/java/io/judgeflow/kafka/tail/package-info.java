/** All of a topic, from a point in the past, without a group. */
@NullMarked
package io.judgeflow.kafka.tail;

import org.jspecify.annotations.NullMarked;
