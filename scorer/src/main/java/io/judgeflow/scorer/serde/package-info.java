/** Our codecs as Kafka Streams wants them. */
@NullMarked
package io.judgeflow.scorer.serde;

import org.jspecify.annotations.NullMarked;
