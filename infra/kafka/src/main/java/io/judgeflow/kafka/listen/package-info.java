/** Records out of a topic, in a consumer group: due gate, in-flight window, contiguous commits. */
@NullMarked
package io.judgeflow.kafka.listen;

import org.jspecify.annotations.NullMarked;
