/** Judge0's HTTP API in front of programs that really run on this machine. */
@NullMarked
package io.judgeflow.localjudge;

import org.jspecify.annotations.NullMarked;
