/** Submissions that a client may repeat without having them run again. */
@NullMarked
package io.judgeflow.gateway.idempotency;

import org.jspecify.annotations.NullMarked;
