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

/**
 * The directory in which a broker keeps topics and metadata.
 *
 * @param dataDirectory the directory above it, absolute
 */
record BrokerLogs(Path dataDirectory) {

    /** Where it is. */
    Path logs() {
        return dataDirectory.resolve("logs");
    }

    /**
     * Makes the directory a formatted one unless it is. Formatting happens aside and is moved into place, so that a
     * kill in between leaves nothing half formatted.
     */
    void format(BrokerProperties broker) throws IOException {
        if (Files.exists(logs())) {
            return;
        }
        var aside = dataDirectory.resolve("formatting");
        FileTree.delete(aside);
        Files.createDirectories(aside);
        var settings = aside.resolve("server.properties");
        var formatted = aside.resolve("logs");
        Files.writeString(settings, broker.at(formatted).lines());
        runStorageTool(settings, broker);
        Files.move(formatted, logs(), StandardCopyOption.ATOMIC_MOVE);
        FileTree.delete(aside);
    }

    private void runStorageTool(Path settings, BrokerProperties broker) {
        var output = new ByteArrayOutputStream();
        var format = new ArrayList<>(List.of("format", "-c", settings.toString()));
        format.addAll(broker.membership().formatting());
        broker.security().credentials().forEach(credential -> format.addAll(List.of("--add-scram", credential)));
        var status = StorageTool.execute(
                format.toArray(String[]::new), new PrintStream(output, true, StandardCharsets.UTF_8));
        if (status != 0) {
            throw new CannotStart("Kafka's storage cannot be formatted: "
                    + output.toString(StandardCharsets.UTF_8).strip());
        }
    }
}
