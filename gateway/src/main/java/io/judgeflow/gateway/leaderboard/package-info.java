/** Who is best at a problem. */
@NullMarked
package io.judgeflow.gateway.leaderboard;

import org.jspecify.annotations.NullMarked;
