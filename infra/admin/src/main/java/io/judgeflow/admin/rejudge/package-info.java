/** Jobs, judged anew. */
@NullMarked
package io.judgeflow.admin.rejudge;

import org.jspecify.annotations.NullMarked;
