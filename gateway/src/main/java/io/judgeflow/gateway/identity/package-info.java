/** Who asks, and what they may do and see. */
@NullMarked
package io.judgeflow.gateway.identity;

import org.jspecify.annotations.NullMarked;
