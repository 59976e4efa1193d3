package io.judgeflow.gateway;

import io.judgeflow.gateway.leaderboard.BoardArchive;
import io.judgeflow.gateway.lookup.JobArchive;
import io.judgeflow.store.ExecutionQueries;
import io.judgeflow.store.LeaderboardTable;
import io.judgeflow.store.StoreConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Where older jobs are: in the database, which this service only reads. */
@Configuration(proxyBeanMethods = false)
@Import(StoreConfiguration.class)
class StoreWiring {

    @Bean
    JobArchive jobArchive(ExecutionQueries executions) {
        return executions::find;
    }

    @Bean
    BoardArchive boardArchive(LeaderboardTable leaderboard) {
        return leaderboard::best;
    }
}
