package io.judgeflow.proof;

import io.judgeflow.embedded.BrokerSecurity;
import io.judgeflow.embedded.KafkaBroker;
import io.judgeflow.embedded.LoopbackPort;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A broker with TLS, users with passwords (SCRAM), and nobody but its administrator allowed anything. */
final class SecuredBroker implements AutoCloseable {

    static final String ADMINISTRATOR = "administrator";

    private final Path directory;
    private final Path authority;
    private final KafkaBroker broker;

    SecuredBroker(Path directory) throws Exception {
        this.directory = directory;
        var certificates = new CertificateBuilder()
                .ecp256()
                .subject("CN=broker of a test")
                .setIsCertificateAuthority(true)
                .addSanIpAddress("127.0.0.1")
                .buildSelfSigned();
        this.authority = Files.writeString(directory.resolve("ca.pem"), certificates.getCertificatePEM());
        Files.writeString(
                directory.resolve("admin.properties"), properties(client(ADMINISTRATOR, password(ADMINISTRATOR))));
        this.broker = KafkaBroker.start(
                directory.resolve("kafka"), LoopbackPort.ANY, LoopbackPort.ANY, security(certificates));
    }

    /** Brokers connect to each other as the administrator; a broker is its own controller, whom nobody else reaches. */
    private BrokerSecurity security(X509Bundle certificates) {
        var settings = new HashMap<>(Map.of(
                "authorizer.class.name",
                "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "super.users",
                "User:" + ADMINISTRATOR + ";User:ANONYMOUS",
                "sasl.enabled.mechanisms",
                "SCRAM-SHA-512",
                "sasl.mechanism.inter.broker.protocol",
                "SCRAM-SHA-512",
                "listener.name.clients.scram-sha-512.sasl.jaas.config",
                login(ADMINISTRATOR, password(ADMINISTRATOR)),
                "ssl.keystore.type",
                "PEM",
                "ssl.keystore.certificate.chain",
                certificates.getCertificatePathPEM(),
                "ssl.keystore.key",
                certificates.getPrivateKeyPEM(),
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.certificates",
                certificates.getCertificatePEM()));
        var credential = "SCRAM-SHA-512=[name=%s,password=%s]".formatted(ADMINISTRATOR, password(ADMINISTRATOR));
        return new BrokerSecurity("SASL_SSL", settings, List.of(credential));
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** The options by which Kafka's tools find the broker. */
    String tools() {
        return "--bootstrap-server %s --command-config %s"
                .formatted(broker.bootstrapServers(), directory.resolve("admin.properties"));
    }

    /** What a client of this user has to be told. */
    Map<String, String> client(String user, String password) {
        return Map.of(
                "security.protocol", "SASL_SSL",
                "sasl.mechanism", "SCRAM-SHA-512",
                "sasl.jaas.config", login(user, password),
                "ssl.truststore.type", "PEM",
                "ssl.truststore.location", authority.toString());
    }

    /** Nobody's real one; long enough to be found in an output if it is there. */
    static String password(String user) {
        return "the-password-of-" + user;
    }

    private static String login(String user, String password) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(user, password);
    }

    private static String properties(Map<String, String> settings) {
        var lines = new StringBuilder();
        settings.forEach(
                (key, value) -> lines.append(key).append('=').append(value).append('\n'));
        return lines.toString();
    }

    @Override
    public void close() {
        broker.close();
    }
}
