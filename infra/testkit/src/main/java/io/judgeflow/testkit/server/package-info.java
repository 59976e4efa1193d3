/** The Kafka and the PostgreSQL of a test: embedded ones, or containers. */
@NullMarked
package io.judgeflow.testkit.server;

import org.jspecify.annotations.NullMarked;
