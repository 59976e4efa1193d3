/** The gateway as its clients use it. */
@NullMarked
package io.judgeflow.testkit.gateway;

import org.jspecify.annotations.NullMarked;
