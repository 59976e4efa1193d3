/** Jobs that nobody wants any more. */
@NullMarked
package io.judgeflow.gateway.cancel;

import org.jspecify.annotations.NullMarked;
