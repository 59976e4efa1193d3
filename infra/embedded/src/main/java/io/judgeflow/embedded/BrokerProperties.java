package io.judgeflow.embedded;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The configuration of one broker that is a controller as well.
 *
 * @param logs where topics and metadata live
 * @param ports where it listens
 * @param membership whether there are others
 * @param security of the port where clients connect
 */
record BrokerProperties(Path logs, BrokerPorts ports, Membership membership, BrokerSecurity security) {

    private static final String SETTINGS = """
            process.roles=broker,controller
            controller.listener.names=CONTROLLER
            inter.broker.listener.name=CLIENTS
            auto.create.topics.enable=false
            """;

    /** One machine has one machine's traffic: fewer threads and files, and no 128 MB of heap for the log cleaner. */
    private static final String SMALL = """
            offsets.topic.num.partitions=10
            transaction.state.log.num.partitions=10
            share.coordinator.state.topic.num.partitions=10
            log.cleaner.dedupe.buffer.size=2097152
            log.segment.bytes=134217728
            log.index.size.max.bytes=1048576
            num.network.threads=2
            num.io.threads=4
            background.threads=2
            """;

    /** Nobody waits where nobody else can come: members join and get work at once. */
    private static final String PROMPT = """
            group.initial.rebalance.delay.ms=0
            group.streams.initial.rebalance.delay.ms=0
            group.min.session.timeout.ms=1000
            """;

    /** The same broker with its logs elsewhere. */
    BrokerProperties at(Path elsewhere) {
        return new BrokerProperties(elsewhere, ports, membership, security);
    }

    /** The lines of a server.properties file. */
    String lines() {
        var listeners =
                "CLIENTS://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(ports.clients(), ports.controllers());
        var lines = new StringBuilder(SETTINGS)
                .append(membership.lines(ports))
                .append(SMALL)
                .append(PROMPT);
        for (var protocol : List.of("consumer", "share", "streams")) {
            lines.append(promptGroup(protocol));
        }
        var own = Map.of(
                "listeners",
                listeners,
                "advertised.listeners",
                listeners,
                "listener.security.protocol.map",
                "CLIENTS:" + security.protocol() + ",CONTROLLER:PLAINTEXT",
                "log.dirs",
                logs.toString());
        own.forEach((key, value) -> lines.append(line(key, value)));
        security.settings().forEach((key, value) -> lines.append(line(key, value)));
        return lines.toString();
    }

    private static String line(String key, String value) {
        return key + "=" + value.replace("\\", "\\\\").replace("\r", "").replace("\n", "\\n") + "\n";
    }

    /** The same, as the broker takes them. */
    Properties properties() {
        var properties = new Properties();
        try (var reader = new StringReader(lines())) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static String promptGroup(String protocol) {
        return """
                group.%1$s.min.heartbeat.interval.ms=100
                group.%1$s.heartbeat.interval.ms=500
                group.%1$s.min.session.timeout.ms=1000
                group.%1$s.session.timeout.ms=6000
                group.%1$s.assignment.interval.ms=0
                """.formatted(protocol);
    }
}
