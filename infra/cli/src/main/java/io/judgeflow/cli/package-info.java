/** The command line client: submits a file, follows it, and ends with an exit code that says how it came out. */
@NullMarked
package io.judgeflow.cli;

import org.jspecify.annotations.NullMarked;
