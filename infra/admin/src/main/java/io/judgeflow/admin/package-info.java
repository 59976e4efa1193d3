/** The command line of operators. */
@NullMarked
package io.judgeflow.admin;

import org.jspecify.annotations.NullMarked;
