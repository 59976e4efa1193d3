/** What the judges offer. */
@NullMarked
package io.judgeflow.gateway.language;

import org.jspecify.annotations.NullMarked;
