/** Single items gathered into batches. */
@NullMarked
package io.judgeflow.kafka.batch;

import org.jspecify.annotations.NullMarked;
