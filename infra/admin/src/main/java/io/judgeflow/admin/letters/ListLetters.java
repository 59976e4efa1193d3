package io.judgeflow.admin.letters;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.judgeflow.admin.command.Brokers;
import io.judgeflow.admin.command.Exit;
import io.judgeflow.admin.command.Line;
import io.judgeflow.kafka.publish.DeadLetter;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows the newest of them, the oldest of these first. */
@Command(
        name = "list",
        description = "Lists dead letters: where each lies, when and by whom it was put aside, where it came from, its"
                + " size, and why.")
final class ListLetters implements Callable<Integer> {

    private static final int SHOWN = 4096;

    @Mixin
    private Choice choice = new Choice();

    @Option(names = "--limit", paramLabel = "N", defaultValue = "100", description = "The newest N (100).")
    private int limit;

    @Option(
            names = "--show",
            description = "Their values as well, the first " + SHOWN + " bytes: a user's code and inputs.")
    private boolean show;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new ParameterException(spec.commandLine(), "--limit is at least 1");
        }
        var newest = new PriorityQueue<Entry>(Comparator.comparingLong(Entry::millis));
        var found = new long[1];
        try (var brokers = Brokers.open()) {
            choice.each(choice.stretch(brokers), brokers.prefix(), letter -> {
                found[0]++;
                newest.add(entry(letter));
                if (newest.size() > limit) {
                    newest.poll();
                }
            });
        }
        var out = spec.commandLine().getOut();
        var shown = newest.size();
        while (!newest.isEmpty()) {
            newest.remove().print(out);
        }
        spec.commandLine().getErr().printf("%d of %d dead letters%n", shown, found[0]);
        return Exit.DONE.code();
    }

    private Entry entry(DeadLetter letter) {
        var value = letter.record().value();
        var from = letter.from();
        var line = "%d:%d  %s  %s  %s %d:%d  %s  %s%s"
                .formatted(
                        letter.place().partition(),
                        letter.place().offset(),
                        letter.at(),
                        letter.stage(),
                        letter.topic(),
                        from.partition(),
                        from.offset(),
                        value == null ? "no value" : value.length + " B",
                        letter.reason(),
                        letter.cameFrom()
                                .map(first -> "  (emitted from %d:%d)".formatted(first.partition(), first.offset()))
                                .orElse(""));
        return new Entry(letter.record().timestamp(), Line.of(line), show && value != null ? start(value) : "");
    }

    private static String start(byte[] value) {
        var shown = value.length <= SHOWN ? value : Arrays.copyOf(value, SHOWN);
        return Line.of(new String(shown, UTF_8)) + (value.length <= SHOWN ? "" : " …");
    }

    private record Entry(long millis, String line, String value) {
        void print(PrintWriter out) {
            out.println(line);
            if (!value.isEmpty()) {
                out.println("    " + value);
            }
        }
    }
}
