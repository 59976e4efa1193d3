package io.judgeflow.store;

import io.r2dbc.pool.ConnectionPool;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** The database for a service that imports this; the service excludes Boot's own R2DBC auto-configuration. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreSettings.class)
public class StoreConfiguration {

    @Bean(destroyMethod = "dispose")
    ConnectionPool connectionPool(StoreSettings settings) {
        return ConnectionPools.open(settings);
    }

    @Bean
    Migration migration(ConnectionPool connections, StoreSettings settings) {
        return new Migration(connections, settings.migrate());
    }

    @Bean
    ExecutionTable executionTable(ConnectionPool connections, StoreSettings settings) {
        return new ExecutionTable(DatabaseClient.create(connections), settings.timeout());
    }

    @Bean
    ExecutionQueries executionQueries(ConnectionPool connections, StoreSettings settings) {
        return new ExecutionQueries(DatabaseClient.create(connections), settings.timeout());
    }

    @Bean
    LeaderboardTable leaderboardTable(ConnectionPool connections, StoreSettings settings) {
        return new LeaderboardTable(DatabaseClient.create(connections), settings.timeout());
    }
}
