/** What records say of themselves in their headers: CloudEvents, and the trace that they belong to. */
@NullMarked
package io.judgeflow.kafka.header;

import org.jspecify.annotations.NullMarked;
