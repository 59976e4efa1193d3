/** Tokens, asked about until they are done: listener, one decision, outcome, publisher. */
@NullMarked
package io.judgeflow.poller;

import org.jspecify.annotations.NullMarked;
