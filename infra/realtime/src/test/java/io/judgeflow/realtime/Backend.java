package io.judgeflow.realtime;

import io.judgeflow.contracts.event.JobResult;
import io.judgeflow.realtime.token.TokenIssuer;
import io.judgeflow.store.ExecutionQueries;
import io.judgeflow.store.ExecutionTable;
import io.judgeflow.store.Migration;
import io.judgeflow.store.StoreConfiguration;
import io.judgeflow.testkit.server.TestPostgres;
import io.r2dbc.spi.ConnectionFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;

/** A database with our tables in it, and the endpoint beside it, as ./start has them. */
final class Backend implements AutoCloseable {

    static final String SECRET = "a secret of thirty-two characters";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestPostgres server;
    private final ConfigurableApplicationContext realtime;
    private final ConfigurableApplicationContext store;
    private final TokenIssuer tokens = new TokenIssuer(SECRET);

    private Backend(TestPostgres server) {
        this.server = server;
        realtime = new SpringApplicationBuilder(RealtimeApplication.class)
                .run(
                        "--spring.config.name=realtime",
                        "--server.port=0",
                        "--judgeflow.realtime.database=" + server.url(),
                        "--judgeflow.realtime.secret=" + SECRET,
                        "--judgeflow.realtime.limits.channels=5");
        store = new SpringApplicationBuilder(StoreConfiguration.class)
                .web(WebApplicationType.NONE)
                .run("--spring.config.name=none", "--judgeflow.database.url=" + server.url());
        store.getBean(Migration.class).done().block(PATIENCE);
    }

    static Backend start(Path directory) {
        return new Backend(TestPostgres.start(directory.resolve("postgres")));
    }

    /** As supabase-js takes it. */
    String url() {
        return "http://127.0.0.1:" + realtime.getEnvironment().getProperty("local.server.port");
    }

    String anonymous() {
        return tokens.issue("anon", null, Instant.now().plusSeconds(3600));
    }

    String token(String user) {
        return token(user, Duration.ofHours(1));
    }

    String token(String user, Duration validity) {
        return tokens.issue("authenticated", user, Instant.now().plus(validity));
    }

    void write(JobResult... states) {
        for (var state : states) {
            store.getBean(ExecutionTable.class).upsert(List.of(state)).block(PATIENCE);
        }
    }

    JobResult read(Job job) {
        return store.getBean(ExecutionQueries.class)
                .find(job.jobId())
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    /** Runs a statement as the owner of everything. */
    void administer(String sql) {
        DatabaseClient.create(store.getBean(ConnectionFactory.class))
                .sql(sql)
                .then()
                .block(PATIENCE);
    }

    @Override
    public void close() {
        store.close();
        realtime.close();
        server.close();
    }
}
