package io.judgeflow.standalone;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.event.LeaderboardEntry;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.ProblemId;
import io.judgeflow.store.ExecutionQueries;
import io.judgeflow.store.LeaderboardTable;
import io.judgeflow.store.StoreConfiguration;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The tables, as an analyst reads them. */
final class Table implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    Table(String url) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test", Map.of("judgeflow.database.url", url, "judgeflow.database.migrate", "false")));
        context.register(StoreConfiguration.class);
        context.refresh();
    }

    /** The row says what the topic says, as soon as the sink has caught up. */
    void agreesWith(JobResult end) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            var row = requireNonNull(queries().find(end.jobId()).block(PATIENCE));

            assertThat(row.version()).isEqualTo(end.version());
            assertThat(row.status()).isEqualTo(end.status());
            assertThat(row.score()).isEqualTo(end.score());
            assertThat(row.verdict()).isEqualTo(end.verdict());
            assertThat(row.output().stdout()).isEqualTo(end.output().stdout());
            assertThat(row.code()).isNotEmpty();
        });
    }

    /** The users of a leaderboard, best first. */
    List<String> leaders(String problem) {
        return requireNonNull(context.getBean(LeaderboardTable.class)
                .best(new ProblemId(problem), 10)
                .map(LeaderboardEntry::userId)
                .collectList()
                .block(PATIENCE));
    }

    /** What the job is an answer to. */
    ProblemId problemOf(String job) {
        return requireNonNull(
                requireNonNull(queries().find(JobId.of(job)).block(PATIENCE)).problem());
    }

    private ExecutionQueries queries() {
        return context.getBean(ExecutionQueries.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
