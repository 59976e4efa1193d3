package io.judgeflow.store;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.client.SSLMode;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;

/** Pools that open nothing before they are asked, and throw away a connection that no longer answers. */
final class ConnectionPools {

    /** -1 keeps every prepared statement, of which there is a handful. */
    private static final int ALL = -1;

    /** libpq's word for the authorities that this machine trusts, which is what the driver does by itself. */
    private static final String SYSTEM = "system";

    private ConnectionPools() {}

    static ConnectionPool open(StoreSettings settings) {
        return new ConnectionPool(ConnectionPoolConfiguration.builder(new PostgresqlConnectionFactory(driver(settings)))
                .name("judgeflow")
                .initialSize(0)
                .minIdle(0)
                .maxSize(settings.poolSize())
                .maxAcquireTime(settings.timeout())
                .maxCreateConnectionTime(settings.timeout())
                .maxIdleTime(Duration.ofMinutes(5))
                .maxLifeTime(Duration.ofMinutes(30))
                // One round trip more per batch, but a statement never waits on a connection whose peer is gone.
                .validationDepth(ValidationDepth.REMOTE)
                .maxValidationTime(settings.timeout().dividedBy(3))
                .build());
    }

    private static PostgresqlConnectionConfiguration driver(StoreSettings settings) {
        var url = DatabaseUrl.parse(settings.url());
        var mode = SSLMode.fromValue(url.parameter("sslmode", "prefer"));
        var driver = PostgresqlConnectionConfiguration.builder()
                .host(url.host())
                .port(url.port())
                .database(url.database())
                .username(url.user())
                .password(url.password())
                .applicationName(url.parameter("application_name", "judgeflow"))
                .connectTimeout(settings.timeout())
                .tcpKeepAlive(true)
                .preparedStatementCacheQueries(settings.statementCache() && !url.pooledByTransaction() ? ALL : 0)
                .sslMode(mode)
                // Otherwise the name is looked at in every mode, of which only the strictest promises that.
                .sslContextBuilderCustomizer(
                        tls -> mode.verifyPeerName() ? tls : tls.endpointIdentificationAlgorithm(null));
        var authority = url.parameter("sslrootcert", "");
        return (authority.isEmpty() || authority.equals(SYSTEM) ? driver : driver.sslRootCert(authority)).build();
    }
}
