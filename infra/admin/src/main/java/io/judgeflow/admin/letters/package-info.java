/** Dead letters, listed and put back. */
@NullMarked
package io.judgeflow.admin.letters;

import org.jspecify.annotations.NullMarked;
