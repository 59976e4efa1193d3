/** The topics and events described for programs in any language: AsyncAPI and JSON Schema. */
@NullMarked
package io.judgeflow.contracts.description;

import org.jspecify.annotations.NullMarked;
