/** The wire: Judge0's paths, parameters, bodies and errors. */
@NullMarked
package io.judgeflow.localjudge.web;

import org.jspecify.annotations.NullMarked;
