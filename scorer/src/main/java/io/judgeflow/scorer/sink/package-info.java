/** From the results topic into PostgreSQL, at the database's own pace. */
@NullMarked
package io.judgeflow.scorer.sink;

import org.jspecify.annotations.NullMarked;
