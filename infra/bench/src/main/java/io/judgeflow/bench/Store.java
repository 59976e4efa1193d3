package io.judgeflow.bench;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.store.ExecutionQueries;
import io.judgeflow.store.ExecutionTable;
import io.judgeflow.store.Migration;
import io.judgeflow.store.StoreConfiguration;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import reactor.core.publisher.Flux;

/** The table, without a sink in front of it. */
public record Store(AnnotationConfigApplicationContext context) implements AutoCloseable {

    private static final int AT_ONCE = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Returns when the table is there. */
    public static Store open(String url) {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("bench", Map.of("judgeflow.database.url", url)));
        context.register(StoreConfiguration.class);
        context.refresh();
        context.getBean(Migration.class).done().block();
        return new Store(context);
    }

    /** To write. */
    public ExecutionTable table() {
        return context.getBean(ExecutionTable.class);
    }

    /** To read. */
    public ExecutionQueries queries() {
        return context.getBean(ExecutionQueries.class);
    }

    /** The rows of these jobs, as far as there are any. */
    public Map<JobId, JobResult> rows(Collection<JobId> jobs) {
        return Objects.requireNonNull(Flux.fromIterable(jobs)
                .flatMap(queries()::find, AT_ONCE)
                .collectMap(JobResult::jobId)
                .block(PATIENCE));
    }

    @Override
    public void close() {
        context.close();
    }
}
