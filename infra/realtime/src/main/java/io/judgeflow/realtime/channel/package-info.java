/** Topics that somebody has joined, and what is delivered to them as the database publishes it. */
@NullMarked
package io.judgeflow.realtime.channel;

import org.jspecify.annotations.NullMarked;
