package io.judgeflow.realtime.replication;

import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.api.PostgresqlReplicationConnection;
import io.r2dbc.postgresql.replication.ReplicationRequest;
import io.r2dbc.postgresql.replication.ReplicationSlot;
import io.r2dbc.postgresql.replication.ReplicationSlotRequest;
import io.r2dbc.postgresql.replication.ReplicationStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The database's own logical replication, through a slot that is gone when the connection is. */
public final class PublishedChanges {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final PostgresqlConnectionFactory connections;
    private final String publications;

    /**
     * Reads nothing yet.
     *
     * @param connections whose texts have to be in UTC and ISO form
     */
    public PublishedChanges(PostgresqlConnectionFactory connections, List<String> publications) {
        this.connections = connections;
        this.publications = String.join(",", publications);
    }

    /**
     * What is committed from now on, in the order of the commits, as fast as it is asked for. Ends with an error when the
     * connection does; what was not read by then is lost.
     *
     * @param started runs when everything that is committed from now on will be seen
     */
    public Flux<Change> changes(Runnable started) {
        return Flux.usingWhen(
                connections.replication(),
                connection -> open(connection)
                        .timeout(PATIENCE)
                        .doOnNext(stream -> started.run())
                        .flatMapMany(PublishedChanges::read),
                PostgresqlReplicationConnection::close);
    }

    private Mono<ReplicationStream> open(PostgresqlReplicationConnection connection) {
        var name = "judgeflow_realtime_" + UUID.randomUUID().toString().replace('-', '_');
        var slot = ReplicationSlotRequest.logical()
                .slotName(name)
                .outputPlugin("pgoutput")
                .temporary()
                .build();
        return connection.createSlot(slot).flatMap(made -> connection.startReplication(request(made)));
    }

    /** Status is reported whenever the server asks: a timer's reports may collide with those and end the stream. */
    private ReplicationRequest request(ReplicationSlot slot) {
        return ReplicationRequest.logical()
                .slotName(slot.getSlotName())
                .startPosition(slot.getConsistentPoint())
                .slotOption("proto_version", 1)
                .slotOption("publication_names", publications)
                .statusInterval(Duration.ZERO)
                .build();
    }

    private static Flux<Change> read(ReplicationStream stream) {
        var decoder = new MessageDecoder();
        var reader = new TransactionReader();
        return stream.map(bytes -> {
                    var change = reader.accept(decoder.decode(bytes));
                    // The server may forget it: what we fail to pass on is lost.
                    stream.setFlushedLSN(stream.getLastReceiveLSN());
                    stream.setAppliedLSN(stream.getLastReceiveLSN());
                    return change;
                })
                .<Change>handle((change, sink) -> change.ifPresent(sink::next));
    }
}
