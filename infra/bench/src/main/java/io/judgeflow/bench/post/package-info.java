/** What it costs that a submission is safe before it is answered. */
@NullMarked
package io.judgeflow.bench.post;

import org.jspecify.annotations.NullMarked;
