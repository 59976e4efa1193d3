package io.judgeflow.embedded;

import java.util.List;

/** Who a broker works with. */
sealed interface Membership permits Alone, ClusterMember {

    /** The lines of a server.properties file that say so. */
    String lines(BrokerPorts ports);

    /** The words for Kafka's storage tool that make a new directory one of such a broker. */
    List<String> formatting();
}
