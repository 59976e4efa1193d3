/** Whether the promise is kept: never lost, never stuck, never scored twice, whatever fails. */
@NullMarked
package io.judgeflow.proof;

import org.jspecify.annotations.NullMarked;
