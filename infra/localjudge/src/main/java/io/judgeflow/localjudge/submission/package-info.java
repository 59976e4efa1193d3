/** What was asked and what came out: one submission from its attributes to its verdict. */
@NullMarked
package io.judgeflow.localjudge.submission;

import org.jspecify.annotations.NullMarked;
