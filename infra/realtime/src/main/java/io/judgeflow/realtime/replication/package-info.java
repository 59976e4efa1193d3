/** What PostgreSQL publishes, decoded: its logical replication, protocol {@code pgoutput} version 1. */
@NullMarked
package io.judgeflow.realtime.replication;

import org.jspecify.annotations.NullMarked;
