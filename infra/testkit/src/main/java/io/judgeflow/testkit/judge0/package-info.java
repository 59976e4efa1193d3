/** A scripted stand-in of Judge0 with every fault that the real one has shown. */
@NullMarked
package io.judgeflow.testkit.judge0;

import org.jspecify.annotations.NullMarked;
