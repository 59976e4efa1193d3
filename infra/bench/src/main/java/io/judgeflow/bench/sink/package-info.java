/** How fast results get into the database, and what happens when it is away. */
@NullMarked
package io.judgeflow.bench.sink;

import org.jspecify.annotations.NullMarked;
