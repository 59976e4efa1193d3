package io.judgeflow.embedded;

/**
 * Where one broker listens, on 127.0.0.1.
 *
 * @param clients where clients, and the other brokers of a cluster, connect
 * @param controllers where brokers reach its controller half
 */
public record BrokerPorts(int clients, int controllers) {

    /**
     * The same with a free port for each that is {@link LoopbackPort#ANY}.
     *
     * @throws PortTaken when one of the others is
     */
    BrokerPorts claim() {
        return new BrokerPorts(
                LoopbackPort.claim(clients, "Kafka"), LoopbackPort.claim(controllers, "Kafka's controller"));
    }
}
