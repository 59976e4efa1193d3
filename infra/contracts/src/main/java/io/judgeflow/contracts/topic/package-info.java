/** The topics as typed constants. */
@NullMarked
package io.judgeflow.contracts.topic;

import org.jspecify.annotations.NullMarked;
