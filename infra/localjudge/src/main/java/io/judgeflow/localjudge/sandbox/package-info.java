/** Runs one command at a time in a closed box, within limits, and measures it. */
@NullMarked
package io.judgeflow.localjudge.sandbox;

import org.jspecify.annotations.NullMarked;
