/** Every recent job's newest state, as the topics tell it. */
@NullMarked
package io.judgeflow.gateway.view;

import org.jspecify.annotations.NullMarked;
