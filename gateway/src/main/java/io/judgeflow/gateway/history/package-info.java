/** What a user has submitted before. */
@NullMarked
package io.judgeflow.gateway.history;

import org.jspecify.annotations.NullMarked;
