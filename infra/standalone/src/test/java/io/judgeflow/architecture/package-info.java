/** Whether the code is laid out as it says, and the documents are true. */
@NullMarked
package io.judgeflow.architecture;

import org.jspecify.annotations.NullMarked;
