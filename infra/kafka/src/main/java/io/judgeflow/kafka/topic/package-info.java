/** The topics on the broker. */
@NullMarked
package io.judgeflow.kafka.topic;

import org.jspecify.annotations.NullMarked;
