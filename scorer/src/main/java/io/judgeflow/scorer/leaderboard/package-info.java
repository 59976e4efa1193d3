/** The best of each user on each problem, from results to a topic and a table. */
@NullMarked
package io.judgeflow.scorer.leaderboard;

import org.jspecify.annotations.NullMarked;
