/** Submissions to Judge0, with fallback: listener, dispatcher, outcome, publisher. */
@NullMarked
package io.judgeflow.submitter;

import org.jspecify.annotations.NullMarked;
