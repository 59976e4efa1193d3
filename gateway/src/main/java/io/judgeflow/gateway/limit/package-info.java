/** How much each caller may ask for. */
@NullMarked
package io.judgeflow.gateway.limit;

import org.jspecify.annotations.NullMarked;
