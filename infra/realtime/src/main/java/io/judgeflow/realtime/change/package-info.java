/** A change of a row as a subscriber reads it: filters, typed values, what a role may see. */
@NullMarked
package io.judgeflow.realtime.change;

import org.jspecify.annotations.NullMarked;
