/** A stand-in for Supabase Realtime, fed by the database's own logical replication. For development and tests. */
@NullMarked
package io.judgeflow.realtime;

import org.jspecify.annotations.NullMarked;
