/** What the pipeline promises, as objects that watch it and give their verdict at the end. */
@NullMarked
package io.judgeflow.testkit.guarantee;

import org.jspecify.annotations.NullMarked;
