/** The API, described for programs. */
@NullMarked
package io.judgeflow.gateway.reference;

import org.jspecify.annotations.NullMarked;
