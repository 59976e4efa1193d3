package io.judgeflow.store;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which database, and how it is talked to.
 *
 * @param url as Supabase shows it: {@code postgresql://user:password@host:port/database?sslmode=require}, with what is
 *     special in user and password percent-encoded; also with scheme {@code postgres}. Parameters: {@code sslmode}
 *     (libpq's six, {@code prefer} when not given), {@code sslrootcert} (a file with
 *     certificates, or {@code system}), {@code application_name}, {@code pgbouncer=true} (the same as no statement cache)
 * @param poolSize connections at most
 * @param statementCache off where a pooler hands out a connection per transaction because what is prepared on
 *     one connection is then looked for on another; on port 6543, Supabase's transaction pooler, it is always off
 * @param migrate whether the tables are made and brought up to date at start
 * @param timeout how long one statement, and separately a connection, may take
 */
@ConfigurationProperties("judgeflow.database")
public record StoreSettings(
        String url,
        @DefaultValue("5") int poolSize,
        @DefaultValue("true") boolean statementCache,
        @DefaultValue("true") boolean migrate,
        @DefaultValue("10s") Duration timeout) {

    public StoreSettings {
        DatabaseUrl.parse(url);
        if (poolSize < 1) {
            throw new IllegalArgumentException("judgeflow.database.pool-size is at least 1");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("judgeflow.database.timeout is longer than nothing");
        }
    }

    /** A database with everything else left as it is by default. */
    public static StoreSettings of(String url) {
        return new StoreSettings(url, 5, true, true, Duration.ofSeconds(10));
    }

    /** Shows where the database is, not how to get in. */
    @Override
    public String toString() {
        return "StoreSettings[" + DatabaseUrl.parse(url) + ", poolSize=" + poolSize + "]";
    }
}
