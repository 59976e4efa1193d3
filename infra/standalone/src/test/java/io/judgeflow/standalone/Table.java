package io.judgeflow.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.store.ExecutionQueries;
import io.judgeflow.store.StoreConfiguration;
import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The table executions, as an analyst reads it. */
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
        await().atMost(PATIENCE).ignoreException(NoSuchElementException.class).untilAsserted(() -> {
            var row = context.getBean(ExecutionQueries.class)
                    .find(end.jobId())
                    .blockOptional(PATIENCE)
                    .orElseThrow();
            assertThat(row.version()).isEqualTo(end.version());
            assertThat(row.status()).isEqualTo(end.status());
            assertThat(row.score()).isEqualTo(end.score());
            assertThat(row.verdict()).isEqualTo(end.verdict());
            assertThat(row.output().stdout()).isEqualTo(end.output().stdout());
            assertThat(row.code()).isNotEmpty();
        });
    }

    @Override
    public void close() {
        context.close();
    }
}
