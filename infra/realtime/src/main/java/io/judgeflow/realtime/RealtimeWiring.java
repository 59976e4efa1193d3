package io.judgeflow.realtime;

import io.judgeflow.realtime.channel.Reception;
import io.judgeflow.realtime.database.Access;
import io.judgeflow.realtime.database.RealtimeSchema;
import io.judgeflow.realtime.replication.PublishedChanges;
import io.judgeflow.realtime.socket.RealtimeLimits;
import io.judgeflow.realtime.token.TokenVerifier;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** Puts the parts together. */
@Configuration(proxyBeanMethods = false)
class RealtimeWiring {

    private static final int CONNECTIONS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Texts of time stamps come in the session's zone. */
    @Bean
    PostgresqlConnectionFactory driver(RealtimeSettings settings) {
        var options = ConnectionFactoryOptions.parse("r2dbc:" + settings.database());
        return new PostgresqlConnectionFactory(PostgresqlConnectionFactoryProvider.builder(options)
                .applicationName("judgeflow-realtime")
                .timeZone("UTC")
                .build());
    }

    @Bean(destroyMethod = "dispose")
    ConnectionPool connections(PostgresqlConnectionFactory driver) {
        return new ConnectionPool(ConnectionPoolConfiguration.builder(driver)
                .initialSize(0)
                .maxSize(CONNECTIONS)
                .maxAcquireTime(PATIENCE)
                .build());
    }

    @Bean
    Access access(ConnectionPool connections) {
        return new Access(DatabaseClient.create(connections), PATIENCE);
    }

    @Bean
    RealtimeSchema realtimeSchema(ConnectionPool connections, Access access) {
        return new RealtimeSchema(connections, access);
    }

    @Bean
    TokenVerifier tokenVerifier(RealtimeSettings settings) {
        return new TokenVerifier(settings.secret(), Clock.systemUTC());
    }

    @Bean
    Reception reception(TokenVerifier tokens, Access access, PostgresqlConnectionFactory driver) {
        var source = new PublishedChanges(driver, List.of("supabase_realtime", "supabase_realtime_messages"));
        return new Reception(tokens, access, source, Clock.systemUTC());
    }

    @Bean
    RealtimeLimits limits(RealtimeSettings settings) {
        return settings.limits();
    }
}
