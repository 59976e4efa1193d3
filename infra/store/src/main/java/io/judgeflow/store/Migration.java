package io.judgeflow.store;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.io.ClassPathResource;
import org.springframework.r2dbc.connection.init.ResourceDatabasePopulator;
import org.springframework.r2dbc.connection.init.ScriptUtils;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/**
 * Makes the tables, or brings them up to date, while the service already runs: a database that is away or that refuses
 * is asked again with growing pauses, without end. Any number of processes may do so at once. Then tells the operator,
 * as warnings, what Realtime still lacks.
 */
public final class Migration implements SmartLifecycle {

    /** In this order, each of them harmless when run again. What was released is never changed, only added to. */
    static final List<String> SCRIPTS = List.of(
            "V1__executions.sql",
            "V2__row_level_security.sql",
            "V3__realtime_changes.sql",
            "V4__realtime_broadcast.sql",
            "V5__statistics.sql",
            "V6__leaderboard.sql",
            "V7__rejudge.sql");

    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);

    /** Held to the end of the transaction, so also right behind a pooler; a number of no meaning, but always the same. */
    private static final String ONE_AT_A_TIME =
            "set local lock_timeout = '30s'; select pg_advisory_xact_lock(7092352511468017)";

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ConnectionFactory connections;
    private final boolean enabled;
    private final Sinks.Empty<Void> done = Sinks.empty();
    private volatile Disposable running = Disposables.disposed();

    Migration(ConnectionFactory connections, boolean enabled) {
        this.connections = connections;
        this.enabled = enabled;
    }

    /** Ends once the tables are there. Never fails: it goes on trying. */
    public Mono<Void> done() {
        return done.asMono();
    }

    @Override
    public void start() {
        running = once().retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                        .maxBackoff(LONGEST_PAUSE)
                        .doBeforeRetry(signal -> LOG.warn(
                                "The database is not ready, trying again: {}",
                                NestedExceptionUtils.getMostSpecificCause(signal.failure())
                                        .getMessage())))
                .subscribe(nothing -> {}, error -> LOG.error("The migration has stopped", error), done::tryEmitEmpty);
    }

    @Override
    public void stop() {
        running.dispose();
    }

    @Override
    public boolean isRunning() {
        return !running.isDisposed();
    }

    /** One attempt, all or nothing. */
    Mono<Void> once() {
        return Mono.usingWhen(
                        connections.create(),
                        connection -> (enabled ? migrate(connection) : Mono.<Void>empty()).then(report(connection)),
                        Connection::close)
                .timeout(PATIENCE);
    }

    private static Mono<Void> migrate(Connection connection) {
        var scripts = new ResourceDatabasePopulator();
        scripts.setSeparator(ScriptUtils.EOF_STATEMENT_SEPARATOR);
        SCRIPTS.forEach(name -> scripts.addScript(new ClassPathResource("db/migration/" + name)));
        return Mono.from(connection.beginTransaction())
                .thenMany(Flux.from(connection.createStatement(ONE_AT_A_TIME).execute()))
                .flatMap(result -> Flux.from(result.map(row -> true)))
                .then(scripts.populate(connection))
                .then(Mono.from(connection.commitTransaction()))
                .onErrorResume(error -> Mono.from(connection.rollbackTransaction())
                        .onErrorComplete()
                        .then(Mono.error(error)));
    }

    private static Mono<Void> report(Connection connection) {
        return Findings.of(connection)
                .doOnNext(finding -> LOG.warn("Database: {}", finding))
                .then();
    }
}
