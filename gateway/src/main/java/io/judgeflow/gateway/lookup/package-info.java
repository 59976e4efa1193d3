/** One job's state, from the view or from the archive. */
@NullMarked
package io.judgeflow.gateway.lookup;

import org.jspecify.annotations.NullMarked;
