/** Values to bytes and back. */
@NullMarked
package io.judgeflow.contracts.codec;

import org.jspecify.annotations.NullMarked;
