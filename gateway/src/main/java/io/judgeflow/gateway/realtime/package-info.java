/** Where a page finds Realtime, which tells it of rows without going through the gateway. */
@NullMarked
package io.judgeflow.gateway.realtime;

import org.jspecify.annotations.NullMarked;
