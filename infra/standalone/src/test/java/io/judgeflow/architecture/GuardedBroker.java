package io.judgeflow.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.embedded.LoopbackPort;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A broker as Strimzi sets one up: to services it speaks TLS, asks for a password, and lets them do what is allowed to
 * them and nothing else. Operators have a door of their own.
 */
final class GuardedBroker implements AutoCloseable {

    private static final String SETTINGS = """
            process.roles=broker,controller
            node.id=1
            controller.listener.names=CONTROLLER
            inter.broker.listener.name=OPERATORS
            listener.security.protocol.map=OPERATORS:PLAINTEXT,SERVICES:SASL_SSL,CONTROLLER:PLAINTEXT
            super.users=User:ANONYMOUS
            sasl.enabled.mechanisms=SCRAM-SHA-512
            listener.name.services.scram-sha-512.sasl.jaas.config=\
            org.apache.kafka.common.security.scram.ScramLoginModule required;
            listener.name.services.ssl.keystore.type=PEM
            auto.create.topics.enable=false
            offsets.topic.replication.factor=1
            offsets.topic.num.partitions=5
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            transaction.state.log.num.partitions=5
            group.initial.rebalance.delay.ms=0
            log.cleaner.dedupe.buffer.size=2097152
            """;

    private final KafkaRaftServer server;
    private final int operators;
    private final int services;
    private final Path authority;

    private GuardedBroker(KafkaRaftServer server, int operators, int services, Path authority) {
        this.server = server;
        this.operators = operators;
        this.services = services;
        this.authority = authority;
    }

    static GuardedBroker start(Path directory) throws Exception {
        var certificate = certificate();
        Files.createDirectories(directory);
        var authority = Files.writeString(directory.resolve("ca.crt"), certificate.getCertificatePathPEM());
        var keys = Files.writeString(
                directory.resolve("keys.pem"), certificate.getPrivateKeyPEM() + certificate.getCertificatePathPEM());
        var operators = LoopbackPort.claim(LoopbackPort.ANY, "operators");
        var services = LoopbackPort.claim(LoopbackPort.ANY, "services");
        var controller = LoopbackPort.claim(LoopbackPort.ANY, "the controller");
        var listeners = "OPERATORS://127.0.0.1:%d,SERVICES://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                .formatted(operators, services, controller);
        var settings = SETTINGS
                + "listeners=" + listeners
                + "\nadvertised.listeners=" + listeners
                + "\ncontroller.quorum.bootstrap.servers=127.0.0.1:" + controller
                + "\nlog.dirs=" + directory.resolve("logs")
                + "\nauthorizer.class.name=" + RememberedRefusals.class.getName()
                + "\nlistener.name.services.ssl.keystore.location=" + keys;
        format(Files.writeString(directory.resolve("server.properties"), settings));
        var server = new KafkaRaftServer(new KafkaConfig(properties(settings), false), Time.SYSTEM);
        server.startup();
        return new GuardedBroker(server, operators, services, authority);
    }

    private static X509Bundle certificate() throws Exception {
        return new CertificateBuilder()
                .subject("CN=brokers")
                .addSanIpAddress("127.0.0.1")
                .setIsCertificateAuthority(true)
                .buildSelfSigned();
    }

    private static void format(Path settings) {
        var output = new ByteArrayOutputStream();
        String[] words = {"format", "--standalone", "-t", Uuid.randomUuid().toString(), "-c", settings.toString()};
        assertThat(StorageTool.execute(words, new PrintStream(output, true, UTF_8)))
                .as(output.toString(UTF_8))
                .isZero();
    }

    private static Properties properties(String settings) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(settings));
        return properties;
    }

    /** Where everything is allowed. */
    String operators() {
        return "127.0.0.1:" + operators;
    }

    /** Where users are. */
    String services() {
        return "127.0.0.1:" + services;
    }

    /** The file with the certificate that users trust. */
    Path authority() {
        return authority;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
