/** Wrong and random input on every topic and every route, while jobs go on. */
@NullMarked
package io.judgeflow.bench.fuzz;

import org.jspecify.annotations.NullMarked;
