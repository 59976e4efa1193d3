/** Stretches of topics, read from one end to the other: for operators, not for services. */
@NullMarked
package io.judgeflow.kafka.scan;

import org.jspecify.annotations.NullMarked;
