package io.judgeflow.realtime.database;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.ClassPathResource;
import org.springframework.r2dbc.connection.init.ResourceDatabasePopulator;
import org.springframework.r2dbc.connection.init.ScriptUtils;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes the database look like Supabase's before anything else uses it, and keeps it tidy. */
public final class RealtimeSchema implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RealtimeSchema.class);

    private static final int PATIENCE_SECONDS = 30;
    private static final Duration MESSAGES_LIVE = Duration.ofMinutes(10);

    private final ConnectionFactory connections;
    private final Access access;
    private volatile Disposable pruning = Disposables.disposed();

    public RealtimeSchema(ConnectionFactory connections, Access access) {
        this.connections = connections;
        this.access = access;
    }

    /** Returns when it is done: tables that are made after that find what they look for. */
    @Override
    public void start() {
        install().toFuture().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        pruning = Flux.interval(MESSAGES_LIVE)
                .onBackpressureDrop()
                .concatMap(tick -> access.prune(MESSAGES_LIVE).onErrorResume(error -> {
                    LOG.warn("Old broadcasts are not deleted: {}", error.getMessage());
                    return Mono.empty();
                }))
                .subscribe();
    }

    private Mono<Void> install() {
        var scripts = new ResourceDatabasePopulator(
                new ClassPathResource("db/realtime/schema.sql"), new ClassPathResource("db/realtime/access.sql"));
        scripts.setSeparator(ScriptUtils.EOF_STATEMENT_SEPARATOR);
        return Mono.usingWhen(connections.create(), scripts::populate, Connection::close);
    }

    @Override
    public void stop() {
        pruning.dispose();
    }

    @Override
    public boolean isRunning() {
        return !pruning.isDisposed();
    }

    /** Before the web server lets anybody in. */
    @Override
    public int getPhase() {
        return 0;
    }
}
