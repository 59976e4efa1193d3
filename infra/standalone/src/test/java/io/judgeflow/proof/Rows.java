package io.judgeflow.proof;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.store.ExecutionQueries;
import io.judgeflow.store.StoreConfiguration;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import reactor.core.publisher.Flux;

/** What the table has. */
final class Rows implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    Rows(String databaseUrl) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("judgeflow.database.url", databaseUrl)));
        context.register(StoreConfiguration.class);
        context.refresh();
    }

    /** The rows of these jobs, as far as there are any. */
    Map<JobId, JobResult> of(Collection<JobId> jobs) {
        var queries = context.getBean(ExecutionQueries.class);
        return Objects.requireNonNull(Flux.fromIterable(jobs)
                .flatMap(queries::find, 64)
                .collectMap(JobResult::jobId)
                .block(PATIENCE));
    }

    @Override
    public void close() {
        context.close();
    }
}
