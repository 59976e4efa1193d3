package io.judgeflow.embedded;

import java.util.List;

/**
 * One broker of a cluster.
 *
 * @param number 1 to {@link BrokerCluster#SIZE}
 */
public record ClusterMember(BrokerCluster cluster, int number) implements Membership {

    /** Checks the number. */
    public ClusterMember {
        if (number < 1 || number > BrokerCluster.SIZE) {
            throw new IllegalArgumentException("there is no member " + number);
        }
    }

    /** Where it listens. */
    public BrokerPorts ports() {
        return cluster.ports().get(number - 1);
    }

    @Override
    public String lines(BrokerPorts ports) {
        return """
            node.id=%d
            controller.quorum.voters=%s
            default.replication.factor=3
            min.insync.replicas=2
            offsets.topic.replication.factor=3
            transaction.state.log.replication.factor=3
            transaction.state.log.min.isr=2
            share.coordinator.state.topic.replication.factor=3
            share.coordinator.state.topic.min.isr=2
            broker.session.timeout.ms=6000
            broker.heartbeat.interval.ms=1000
            """.formatted(number, cluster.voters());
    }

    @Override
    public List<String> formatting() {
        return List.of("-t", cluster.id());
    }
}
