/** Parts of the system in processes of their own, which can be paused, killed and measured. */
@NullMarked
package io.judgeflow.testkit.process;

import org.jspecify.annotations.NullMarked;
