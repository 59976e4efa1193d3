/** What the database is asked: who may see what, and to look like Supabase's. */
@NullMarked
package io.judgeflow.realtime.database;

import org.jspecify.annotations.NullMarked;
