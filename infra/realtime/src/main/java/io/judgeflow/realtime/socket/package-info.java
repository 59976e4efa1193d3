/** The WebSocket: who may open one, what comes in, what waits to go out. */
@NullMarked
package io.judgeflow.realtime.socket;

import org.jspecify.annotations.NullMarked;
