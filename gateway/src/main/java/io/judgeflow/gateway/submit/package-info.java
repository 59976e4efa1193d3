/** A request becomes a job on the submissions topic. */
@NullMarked
package io.judgeflow.gateway.submit;

import org.jspecify.annotations.NullMarked;
