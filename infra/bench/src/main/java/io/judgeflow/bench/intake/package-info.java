/** What it costs that a submission is safe before it is answered. */
@NullMarked
package io.judgeflow.bench.intake;

import org.jspecify.annotations.NullMarked;
