package io.judgeflow.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/**
 * The directory in which a broker keeps topics and metadata.
 *
 * @param dataDirectory the directory above it, absolute
 * @param security of the broker
 */
record BrokerLogs(Path dataDirectory, BrokerSecurity security) {

    private Path logs() {
        return dataDirectory.resolve("logs");
    }

    BrokerProperties properties(int port, int controllerPort) {
        return new BrokerProperties(logs(), port, controllerPort, security);
    }

    /**
     * Makes the directory a formatted one unless it is. Formatting happens aside and is moved into place, so that a
     * kill in between leaves nothing half formatted.
     */
    void format(int port, int controllerPort) throws IOException {
        if (Files.exists(logs())) {
            return;
        }
        var aside = dataDirectory.resolve("formatting");
        FileTree.delete(aside);
        Files.createDirectories(aside);
        var settings = aside.resolve("server.properties");
        var formatted = aside.resolve("logs");
        Files.writeString(settings, new BrokerProperties(formatted, port, controllerPort, security).lines());
        runStorageTool(settings);
        Files.move(formatted, logs(), StandardCopyOption.ATOMIC_MOVE);
        FileTree.delete(aside);
    }

    private void runStorageTool(Path settings) {
        var output = new ByteArrayOutputStream();
        var format = new ArrayList<>(
                List.of("format", "--standalone", "-t", Uuid.randomUuid().toString()));
        format.addAll(List.of("-c", settings.toString()));
        security.credentials().forEach(credential -> format.addAll(List.of("--add-scram", credential)));
        var status = StorageTool.execute(
                format.toArray(String[]::new), new PrintStream(output, true, StandardCharsets.UTF_8));
        if (status != 0) {
            throw new CannotStart("Kafka's storage cannot be formatted: "
                    + output.toString(StandardCharsets.UTF_8).strip());
        }
    }
}
