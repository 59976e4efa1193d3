/** Measurements, each beside its baseline. */
@NullMarked
package io.judgeflow.bench;

import org.jspecify.annotations.NullMarked;
