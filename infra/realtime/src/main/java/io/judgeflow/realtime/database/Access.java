package io.judgeflow.realtime.database;

import io.judgeflow.realtime.change.Binding;
import io.judgeflow.realtime.change.Sight;
import io.judgeflow.realtime.replication.Change;
import io.judgeflow.realtime.replication.Column;
import io.judgeflow.realtime.token.Claims;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.JsonNodeFactory;

/** Asks the database itself what somebody may see: its grants and policies, under that somebody's role and claims. */
public final class Access {

    private static final String LOOK = "select columns, visible from judgeflow_realtime.look("
            + "format('%I.%I', $1::text, $2::text)::regclass, $3::jsonb, $4::text[], $5::text[], $6)";
    private static final String MAY_LISTEN = "select judgeflow_realtime.may_listen($1, $2, $3)";
    private static final String OBJECTION =
            "select coalesce(judgeflow_realtime.objection($1, $2, $3::text, $4::text[], $5), '')";
    private static final String PRUNE =
            "delete from realtime.messages where inserted_at < localtimestamp - $1 * interval '1 second'";

    private final DatabaseClient database;
    private final Duration timeout;

    public Access(DatabaseClient database, Duration timeout) {
        this.database = database;
        this.timeout = timeout;
    }

    /** What each of these may see of the changed row, as it is now, in their order. */
    public Mono<List<Sight>> look(Change change, List<Claims> viewers) {
        return database.sql(LOOK)
                .bind(0, change.table().schema())
                .bind(1, change.table().name())
                .bind(2, Json.of(key(change)))
                .bind(3, viewers.stream().map(Claims::role).toArray(String[]::new))
                .bind(4, viewers.stream().map(Claims::json).toArray(String[]::new))
                .bind(5, change.transaction())
                .map(Access::sight)
                .all()
                .collectList()
                .timeout(timeout);
    }

    /** Empty for a delete: there is no row that policies could show. */
    private static String key(Change change) {
        var key = JsonNodeFactory.instance.objectNode();
        if (change.kind() != Change.Kind.DELETE) {
            change.table().columns().stream()
                    .filter(Column::key)
                    .forEach(column -> key.put(column.name(), change.row().get(column.name())));
        }
        return key.toString();
    }

    private static Sight sight(Readable row) {
        var columns = Objects.requireNonNull(row.get(0, String[].class));
        return new Sight(Set.of(columns), Boolean.TRUE.equals(row.get(1, Boolean.class)));
    }

    /** Whether somebody may listen to a private topic. */
    public Mono<Boolean> mayListen(String topic, Claims listener) {
        return database.sql(MAY_LISTEN)
                .bind(0, topic)
                .bind(1, listener.role())
                .bind(2, listener.json())
                .mapValue(Boolean.class)
                .one()
                .timeout(timeout);
    }

    /** Why there can be no such subscription; empty when there can. */
    public Mono<String> objection(Binding binding, Claims subscriber) {
        var statement = database.sql(OBJECTION).bind(0, binding.schema()).bind(1, binding.table());
        var filter = binding.filter();
        statement = filter == null
                ? statement.bindNull(2, String.class).bind(3, new String[0])
                : statement.bind(2, filter.column()).bind(3, filter.values().toArray(String[]::new));
        return statement
                .bind(4, subscriber.role())
                .mapValue(String.class)
                .one()
                .filter(reason -> !reason.isEmpty())
                .timeout(timeout);
    }

    /** Deletes broadcasts that are older than this. */
    public Mono<Void> prune(Duration age) {
        return database.sql(PRUNE).bind(0, age.toSeconds()).then();
    }
}
