/** Finds what a user calls a language among the languages of one Judge0 instance. */
@NullMarked
package io.judgeflow.contracts.language;

import org.jspecify.annotations.NullMarked;
