package io.judgeflow.embedded;

import java.util.List;
import org.apache.kafka.common.Uuid;

/** A broker without others. */
record Alone() implements Membership {

    /** Kafka's defaults expect three brokers; with one, the first use of a group or a transaction would fail. */
    private static final String SETTINGS = """
            node.id=1
            default.replication.factor=1
            offsets.topic.replication.factor=1
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.min.isr=1
            """;

    /**
     * After a kill the broker is let back in when its old session has ended: 3 s instead of 9 s (measured; at 2 s a loaded
     * start missed heartbeats).
     */
    private static final String SESSION = """
            broker.session.timeout.ms=3000
            broker.heartbeat.interval.ms=500
            """;

    /** Its controller may move to another port from start to start. */
    @Override
    public String lines(BrokerPorts ports) {
        return SETTINGS + SESSION + "controller.quorum.bootstrap.servers=127.0.0.1:" + ports.controllers() + "\n";
    }

    @Override
    public List<String> formatting() {
        return List.of("--standalone", "-t", Uuid.randomUuid().toString());
    }
}
