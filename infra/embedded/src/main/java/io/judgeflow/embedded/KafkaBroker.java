package io.judgeflow.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * One Kafka broker in KRaft mode inside this JVM, listening on 127.0.0.1 only.
 *
 * <p>What was acknowledged is still there after a restart on the same directory, also when the JVM was killed; a power
 * cut can lose the tail, because an acknowledgement does not wait for the disk. Any number of brokers can run in one
 * JVM on directories and ports of their own. Its log lines go through SLF4J under {@code kafka} and
 * {@code org.apache.kafka}.
 */
public final class KafkaBroker implements AutoCloseable {

    /** For an orderly departure, ms; the broker's own patience, which cannot be set, is five minutes. */
    private static final long GRACE = 10_000;

    private final DirectoryLock lock;
    private final KafkaRaftServer server;
    private final int port;

    private KafkaBroker(DirectoryLock lock, KafkaRaftServer server, int port) {
        this.lock = lock;
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker and returns when clients can use it. {@link LoopbackPort#ANY} as a port chooses a free one, also
     * on a directory that was used with another.
     *
     * @param dataDirectory made when missing; used by one broker at a time
     * @throws PortTaken when one of the ports is
     * @throws CannotStart when the directory cannot be used, such as by a second broker
     */
    public static KafkaBroker start(Path dataDirectory, int port, int controllerPort) {
        return start(dataDirectory, port, controllerPort, BrokerSecurity.NONE);
    }

    /** The same for clients that have to say who they are. */
    public static KafkaBroker start(Path dataDirectory, int port, int controllerPort, BrokerSecurity security) {
        return start(dataDirectory, new BrokerPorts(port, controllerPort), new Alone(), security);
    }

    /**
     * Starts one broker of a cluster and returns when clients can use it, for which another of its brokers has to run
     * as well: start them side by side.
     *
     * @param dataDirectory of this member alone; made when missing
     * @throws PortTaken when one of its ports is
     * @throws CannotStart when the directory cannot be used, such as by a second broker
     */
    public static KafkaBroker start(Path dataDirectory, ClusterMember member) {
        return start(dataDirectory, member.ports(), member, BrokerSecurity.NONE);
    }

    private static KafkaBroker start(
            Path dataDirectory, BrokerPorts wanted, Membership membership, BrokerSecurity security) {
        var lock = DirectoryLock.take(dataDirectory);
        try {
            var ports = wanted.claim();
            var logs = new BrokerLogs(dataDirectory.toAbsolutePath());
            var properties = new BrokerProperties(logs.logs(), ports, membership, security);
            logs.format(properties);
            return new KafkaBroker(lock, started(properties), ports.clients());
        } catch (IOException e) {
            lock.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** What a client needs to find the broker: {@code 127.0.0.1:port}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /**
     * Stops the broker and returns when everything is written and the ports are free. The others of a cluster take over
     * what it led; when there are too few of them left for that, it leaves after {@value #GRACE} ms all the same.
     * Closing twice does nothing.
     */
    @Override
    public void close() {
        var leaving = Thread.ofPlatform().start(server::shutdown);
        try {
            if (!leaving.join(Duration.ofMillis(GRACE))) {
                leaving.interrupt();
            }
            leaving.join();
        } catch (InterruptedException e) {
            leaving.interrupt();
            Thread.currentThread().interrupt();
        }
        server.awaitShutdown();
        lock.close();
    }

    /** The broker itself would end the JVM over a directory in use, hence a lock of our own. */
    private static KafkaRaftServer started(BrokerProperties properties) {
        try {
            var server = new KafkaRaftServer(new KafkaConfig(properties.properties(), false), Time.SYSTEM);
            server.startup();
            return server;
        } catch (RuntimeException e) {
            throw new CannotStart("Kafka cannot start on %s: %s".formatted(properties.logs(), e.getMessage()), e);
        }
    }
}
