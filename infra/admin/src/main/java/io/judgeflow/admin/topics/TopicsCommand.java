package io.judgeflow.admin.topics;

import io.judgeflow.admin.command.Brokers;
import io.judgeflow.admin.command.Exit;
import io.judgeflow.kafka.topic.TopicInspection;
import io.judgeflow.kafka.topic.TopicReport;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the services hold the topics against when they start, without starting one. */
@Command(name = "topics", description = "Looks at the topics; makes and alters none.")
public final class TopicsCommand {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Command(
            name = "check",
            description =
                    "Says how the topics differ from those that the services want by judgeflow.kafka.partitions and"
                            + " judgeflow.kafka.replication-factor, what comes of it, and the command of Kafka's that mends it.")
    int check() throws InterruptedException {
        var report = report();
        spec.commandLine().getOut().println(report.empty() ? "The topics are as they should be." : report.text());
        return (report.fatal() ? Exit.UNFIT : Exit.DONE).code();
    }

    private static TopicReport report() throws InterruptedException {
        try (var brokers = Brokers.open()) {
            var connection = brokers.settings().connection();
            connection.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(PATIENCE.toMillis()));
            connection.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.toIntExact(PATIENCE.toMillis()));
            try (var admin = Admin.create(connection)) {
                return TopicInspection.of(admin, brokers.settings());
            } catch (ExecutionException e) {
                throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e);
            }
        }
    }
}
