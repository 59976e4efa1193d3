package io.judgeflow.kafka.topic;

import io.judgeflow.kafka.KafkaSettings;
import java.util.TreeSet;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;

/** A service cannot work with the brokers or topics as they are. The message is for an operator and says all of it. */
public final class BrokersUnfit extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokersUnfit(String message) {
        super(message);
    }

    private BrokersUnfit(String message, Throwable cause) {
        super(message, cause);
    }

    /** @param cause that the brokers' client told of */
    static BrokersUnfit because(Throwable cause, KafkaSettings settings) {
        var sentence = switch (cause) {
            case AuthenticationException refused ->
                "This service and the brokers at %s do not trust each other: %s. Look at what is set of"
                        + " judgeflow.kafka.client: %s";
            case AuthorizationException forbidden ->
                "This service's user may not do this at the brokers at %s: %s. Allow it, or leave the topics to"
                        + " operators: judgeflow.kafka.topics=check";
            case TimeoutException late ->
                "There was no answer from the brokers at %s: %s. Are they there, and is"
                        + " judgeflow.kafka.client.security.protocol theirs?";
            default -> "The topics of the brokers at %s cannot be looked at: %s";
        };
        var set = String.join(", ", new TreeSet<>(settings.client().keySet()));
        return new BrokersUnfit(
                sentence.formatted(settings.bootstrapServers(), said(cause), set.isEmpty() ? "nothing" : set), cause);
    }

    /** The innermost reason is the one that names a file or a setting. */
    private static String said(Throwable cause) {
        var inner = cause;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        var text = inner.getMessage() == null ? inner.getClass().getSimpleName() : inner.getMessage();
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
