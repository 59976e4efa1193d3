/** The events: one record per fact, used unchanged from producer to consumer. */
@NullMarked
package io.judgeflow.contracts.event;

import org.jspecify.annotations.NullMarked;
