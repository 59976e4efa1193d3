/** Values into a topic: events, and dead letters. */
@NullMarked
package io.judgeflow.kafka.publish;

import org.jspecify.annotations.NullMarked;
