/** What the fold tells those who read it within the scorer. */
@NullMarked
package io.judgeflow.scorer.told;

import org.jspecify.annotations.NullMarked;
