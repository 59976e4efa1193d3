package io.judgeflow.bench.sink;

import io.judgeflow.store.ExecutionQueries;
import io.judgeflow.store.ExecutionTable;
import io.judgeflow.store.Migration;
import io.judgeflow.store.StoreConfiguration;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The table, without a sink in front of it. */
record Store(AnnotationConfigApplicationContext context) implements AutoCloseable {

    /** Returns when the table is there. */
    static Store open(String url) {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("bench", Map.of("judgeflow.database.url", url)));
        context.register(StoreConfiguration.class);
        context.refresh();
        context.getBean(Migration.class).done().block();
        return new Store(context);
    }

    ExecutionTable table() {
        return context.getBean(ExecutionTable.class);
    }

    ExecutionQueries queries() {
        return context.getBean(ExecutionQueries.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
