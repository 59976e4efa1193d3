package io.judgeflow.embedded;

import java.util.List;
import java.util.Map;

/**
 * What a broker wants of its clients: which encryption, who they say they are, what they may do.
 *
 * @param protocol what clients have as {@code security.protocol}
 * @param settings further settings of the broker
 * @param credentials that it knows from the first start of its directory on, such as
 *     {@code SCRAM-SHA-512=[name=alice,password=secret]}
 */
public record BrokerSecurity(String protocol, Map<String, String> settings, List<String> credentials) {

    /** For whoever can reach it, which on loopback is whoever is on this machine. */
    public static final BrokerSecurity NONE = new BrokerSecurity("PLAINTEXT", Map.of(), List.of());

    public BrokerSecurity {
        settings = Map.copyOf(settings);
        credentials = List.copyOf(credentials);
    }

    /** Without settings and credentials, which hold passwords. */
    @Override
    public String toString() {
        return "BrokerSecurity[" + protocol + "]";
    }
}
