/** What goes wrong, as RFC 9457 problems. */
@NullMarked
package io.judgeflow.gateway.problem;

import org.jspecify.annotations.NullMarked;
