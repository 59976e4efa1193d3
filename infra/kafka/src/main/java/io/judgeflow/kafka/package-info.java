/** The one place that touches Kafka clients. */
@NullMarked
package io.judgeflow.kafka;

import org.jspecify.annotations.NullMarked;
