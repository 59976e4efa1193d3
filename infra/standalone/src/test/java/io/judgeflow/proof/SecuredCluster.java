package io.judgeflow.proof;

import io.judgeflow.kafka.KafkaSettings;
import io.judgeflow.kafka.TopicCare;
import io.judgeflow.kafka.topic.TopicInspection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;

/** A secured broker, prepared as {@code infra/guide/brokers.md} has it and as the check of the topics demands. */
final class SecuredCluster implements AutoCloseable {

    private static final Path GUIDE = Path.of("..", "guide", "brokers.md");
    private static final String SECRET = "sasl.jaas.config";
    private static final List<String> USERS =
            List.of("gateway", "submitter", "poller", "scorer", "submitting-team", "reading-team");

    private final SecuredBroker broker;
    private final OperatorShell shell;
    private final Admin admin;

    SecuredCluster(Path directory) throws Exception {
        broker = new SecuredBroker(directory);
        shell = new OperatorShell(GUIDE, broker.tools());
        var administrator =
                broker.client(SecuredBroker.ADMINISTRATOR, SecuredBroker.password(SecuredBroker.ADMINISTRATOR));
        var settings = new KafkaSettings(
                broker.bootstrapServers(), Platform.PREFIX, TopicCare.CHECK, 3, (short) 1, administrator);
        admin = Admin.create(settings.connection());
        USERS.forEach(user -> makeUser(user, directory));
        TopicInspection.of(admin, settings)
                .text()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("kafka-"))
                .map(line -> line.replace(
                        "admin.properties",
                        directory.resolve("admin.properties").toString()))
                .forEach(shell::run);
        shell.lines("Topics").forEach(shell::run);
        // Nobody has to make anything.
        shell.lines("Rights").stream()
                .map(line -> line.replace(" --operation Create", ""))
                .forEach(shell::run);
    }

    private void makeUser(String user, Path directory) {
        try {
            var file = Files.writeString(
                    directory.resolve(user + ".scram"),
                    "SCRAM-SHA-512=password=%s%n".formatted(SecuredBroker.password(user)));
            shell.lines("Users").stream()
                    .map(line -> line.replace("gateway.scram", file.toString()).replace("name gateway", "name " + user))
                    .forEach(shell::run);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** How a service is told who it is: the secret lies in a file of its name. */
    Map<String, String> settings(String user, String password, Path secrets) {
        var settings = new HashMap<String, String>();
        broker.client(user, password).forEach((key, value) -> settings.put("judgeflow.kafka.client." + key, value));
        var name = "judgeflow.kafka.client." + SECRET;
        try {
            Files.writeString(
                    Files.createDirectories(secrets).resolve(name), Objects.requireNonNull(settings.remove(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        settings.put("spring.config.import", "configtree:" + secrets + "/");
        return settings;
    }

    KafkaTeam team(String user) {
        return new KafkaTeam(broker.bootstrapServers(), broker.client(user, SecuredBroker.password(user)));
    }

    Set<String> topics() throws Exception {
        return admin.listTopics().names().get();
    }

    /** As the guide has them made. */
    List<String> topicsOfTheScorer() {
        return shell.lines("Topics").stream()
                .map(line -> Arrays.asList(line.split(" ")))
                .map(words -> words.get(words.indexOf("--topic") + 1))
                .toList();
    }

    @Override
    public void close() {
        admin.close();
        broker.close();
    }
}
