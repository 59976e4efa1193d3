/** Input that nobody should send, by a seed. */
@NullMarked
package io.judgeflow.testkit.hostile;

import org.jspecify.annotations.NullMarked;
