/** Phoenix's messages as they travel over a WebSocket, serializer versions 1.0.0 and 2.0.0. */
@NullMarked
package io.judgeflow.realtime.wire;

import org.jspecify.annotations.NullMarked;
