package io.judgeflow.standalone;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What already runs somewhere and is used instead of a part of our own; null is a part of our own.
 *
 * @param judge0 {@code JUDGE0_URLS}: comma-separated addresses of Judge0
 * @param callbacks {@code JUDGE0_CALLBACK_URL}: where that Judge0 reaches our poller; null for no callbacks
 * @param kafka {@code KAFKA_BOOTSTRAP_SERVERS}
 * @param database {@code DATABASE_URL}: {@code postgresql://user:password@host:port/database}
 * @param supabase {@code SUPABASE_URL}: whose Realtime tells of the rows in that database
 */
record Elsewhere(
        @Nullable String judge0,
        @Nullable String callbacks,
        @Nullable String kafka,
        @Nullable String database,
        @Nullable String supabase) {

    static Elsewhere of(Map<String, String> environment) {
        return new Elsewhere(
                named(environment, "JUDGE0_URLS"),
                named(environment, "JUDGE0_CALLBACK_URL"),
                named(environment, "KAFKA_BOOTSTRAP_SERVERS"),
                named(environment, "DATABASE_URL"),
                named(environment, "SUPABASE_URL"));
    }

    private static @Nullable String named(Map<String, String> environment, String name) {
        var value = environment.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
