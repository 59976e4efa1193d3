package io.judgeflow.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Server-sent events as the HTML standard has them (9.2.6), over several connections. An event that was cut off is none:
 * its id does not count, and the next connection brings it again.
 */
final class Events {

    /** The gateway says something every 15 s; after this the connection is dead. */
    private static final Duration SILENCE = Duration.ofSeconds(45);

    /** Milliseconds; whatever a gateway wishes, it is not asked all the time. */
    private static final long SOONEST = 100;

    private final Patience patience;
    private final Consumer<State> seen;
    private String lastId = "";
    private Duration retry = Duration.ofSeconds(1);

    Events(Patience patience, Consumer<State> seen) {
        this.patience = patience;
        this.seen = seen;
    }

    /** Of the last whole event; empty before the first. */
    String lastId() {
        return lastId;
    }

    /** When to come back, as the gateway wishes. */
    Duration retry() {
        return retry;
    }

    /** Reads one connection: the job's end, or empty when the connection ends before. */
    Optional<State> read(Lines lines) {
        var id = lastId;
        var data = new StringBuilder();
        for (var line = next(lines); line.isPresent(); line = next(lines)) {
            var field = line.get().split(": ?", 2);
            switch (field[0]) {
                case "id" -> id = value(field);
                case "retry" -> retry = millis(value(field));
                case "data" -> data.append(value(field)).append('\n');
                default -> {
                    if (line.get().isEmpty() && !data.isEmpty()) {
                        var state = State.of(data.toString().strip());
                        data.setLength(0);
                        lastId = id;
                        seen.accept(state);
                        if (state.ended()) {
                            return Optional.of(state);
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> next(Lines lines) {
        var left = patience.left();
        return lines.next(left.compareTo(SILENCE) < 0 ? left : SILENCE);
    }

    private static String value(String[] field) {
        return field.length == 2 ? field[1] : "";
    }

    private Duration millis(String text) {
        return text.matches("\\d{1,9}") ? Duration.ofMillis(Math.max(SOONEST, Long.parseLong(text))) : retry;
    }
}
