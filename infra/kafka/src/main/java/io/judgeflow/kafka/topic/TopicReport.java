package io.judgeflow.kafka.topic;

import io.judgeflow.kafka.topic.Difference.Severity;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;

/** How the topics on the brokers differ from those that the services want. */
public final class TopicReport {

    private final List<Difference> differences;
    private final KafkaTools tools;

    TopicReport(List<Difference> differences, KafkaTools tools) {
        this.differences = List.copyOf(differences);
        this.tools = tools;
    }

    /** Whether there is nothing to say. */
    public boolean empty() {
        return differences.isEmpty();
    }

    /** Whether the services would lose or hold up jobs. */
    public boolean fatal() {
        return differences.stream().anyMatch(difference -> difference.severity() == Severity.FATAL);
    }

    /** Everything at once, for an operator: each difference, what comes of it, and the command that mends it. */
    public String text() {
        return part(Severity.FATAL, "These topics would lose or hold up jobs:")
                + part(Severity.HARMLESS, "These are not as they should be, but lose nothing:");
    }

    private String part(Severity severity, String heading) {
        var lines = differences.stream()
                .filter(difference -> difference.severity() == severity)
                .map(difference -> "  %s %s%n      %s%n"
                        .formatted(
                                difference.topic(),
                                difference.what(),
                                tools.line(difference.topic(), difference.remedy())))
                .collect(Collectors.joining());
        return lines.isEmpty() ? "" : heading + System.lineSeparator() + lines;
    }

    /** What is missing, as it would be made. */
    List<NewTopic> missing() {
        return differences.stream()
                .map(Difference::remedy)
                .filter(Remedy.Create.class::isInstance)
                .map(remedy -> ((Remedy.Create) remedy).topic().toBeMade())
                .toList();
    }

    /** The same without what is missing. */
    TopicReport ofPresent() {
        return new TopicReport(
                differences.stream()
                        .filter(difference -> !(difference.remedy() instanceof Remedy.Create))
                        .toList(),
                tools);
    }
}
