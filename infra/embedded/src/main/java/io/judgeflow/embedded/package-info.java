/** A real Kafka broker and a real PostgreSQL that need nothing installed, for one machine and for tests. */
@NullMarked
package io.judgeflow.embedded;

import org.jspecify.annotations.NullMarked;
