/** What travels on the topics. */
@NullMarked
package io.judgeflow.contracts;

import org.jspecify.annotations.NullMarked;
