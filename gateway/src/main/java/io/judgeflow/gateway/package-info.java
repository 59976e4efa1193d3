/** HTTP in, submissions out; results in, status and streams out. */
@NullMarked
package io.judgeflow.gateway;

import org.jspecify.annotations.NullMarked;
