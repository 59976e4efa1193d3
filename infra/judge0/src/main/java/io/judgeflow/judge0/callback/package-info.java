/** The addresses that Judge0 calls back: signed by who submits, checked by who is called. */
@NullMarked
package io.judgeflow.judge0.callback;

import org.jspecify.annotations.NullMarked;
