package io.judgeflow.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.tools.AclCommand;
import org.apache.kafka.tools.TopicCommand;

/** Kafka's own tools, given the lines that a document has for an operator. */
final class OperatorShell {

    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    private static final Pattern SPACES = Pattern.compile(" +");

    private final Path guide;
    private final String admin;

    /** @param admin the options by which the tools find the brokers, {@code $ADMIN} in the document */
    OperatorShell(Path guide, String admin) {
        this.guide = guide;
        this.admin = admin;
    }

    /** The lines for Kafka's tools in a section of the document. */
    List<String> lines(String heading) {
        try {
            var text = Files.readString(guide);
            var start = text.indexOf("\n## " + heading + "\n");
            var end = text.indexOf("\n## ", start + 1);
            return BLOCK.matcher(text.substring(start, end < 0 ? text.length() : end))
                    .results()
                    .flatMap(block -> block.group(1).lines())
                    .filter(line -> line.startsWith("kafka-"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a line; fails as the tool does. */
    void run(String line) {
        var words = SPACES.split(line.strip().replace("$ADMIN", admin), -1);
        var arguments = Arrays.copyOfRange(words, 1, words.length);
        Exit.setExitProcedure((status, message) -> {
            if (status != 0) {
                throw new IllegalStateException("%s exits with %d: %s".formatted(line, status, message));
            }
        });
        try {
            switch (words[0]) {
                case "kafka-acls.sh" -> AclCommand.main(arguments);
                case "kafka-topics.sh" -> TopicCommand.main(arguments);
                case "kafka-configs.sh" -> kafka.admin.ConfigCommand.main(arguments);
                default -> throw new IllegalArgumentException("no tool: " + line);
            }
        } finally {
            Exit.resetExitProcedure();
        }
    }
}
