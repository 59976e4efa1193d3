package io.judgeflow.scorer.leaderboard;

import io.judgeflow.contracts.event.LeaderboardEntry;
import io.judgeflow.contracts.topic.Stage;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.kafka.listen.ListenerSettings;
import io.judgeflow.kafka.listen.Received;
import io.judgeflow.kafka.listen.Subscription;
import io.judgeflow.kafka.listen.TopicListener;
import io.judgeflow.store.LeaderboardTable;
import io.judgeflow.store.StoreConfiguration;
import io.judgeflow.store.Unstorable;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * From the leaderboard topic into its table, in a group of its own. One row at a time will do: a best score changes far
 * less often than a job does. What can never be written becomes a dead letter; anything else is tried for ever.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "judgeflow.scorer.sink.enabled", matchIfMissing = true)
@Import(StoreConfiguration.class)
class LeaderboardSink {

    private static final Logger LOG = LoggerFactory.getLogger(LeaderboardSink.class);
    private static final String GROUP = "leaderboard-sink";
    private static final int WINDOW = 16;
    private static final long MOST_BYTES = 1_000_000;
    private static final int POLLED = 100;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    @Bean
    TopicListener leaderboardListener(TopicListener.Factory listeners, LeaderboardTable table) {
        return listeners.listen(
                Stage.SINK,
                ListenerSettings.of(GROUP, WINDOW).within(MOST_BYTES, POLLED),
                List.of(new Subscription<>(Topics.LEADERBOARD, received -> write(table, received))));
    }

    private static Mono<Void> write(LeaderboardTable table, Received<String, LeaderboardEntry> received) {
        return table.upsert(received.value())
                .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                        .maxBackoff(LONGEST_PAUSE)
                        .filter(error -> !(error instanceof Unstorable))
                        .doBeforeRetry(signal -> LOG.warn(
                                "A leaderboard waits for the database: {}",
                                signal.failure().toString())))
                .then();
    }
}
