/** What can be run here: compilers and interpreters that proved themselves at start. */
@NullMarked
package io.judgeflow.localjudge.language;

import org.jspecify.annotations.NullMarked;
