package io.judgeflow.testkit.judge0;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * How a program will end, known from its text. The rule agreed with the tests: lines {@code echo <text>} print the text,
 * {@code cat} prints the input, {@code exit <n>} ends; all other lines do nothing. That is the same to a real Bash. What
 * the directive says goes above what the program does.
 *
 * @param stdout in base64, as are the next two; null for nothing
 * @param time in seconds
 * @param memory in KiB
 */
record Outcome(
        int status,
        @Nullable String stdout,
        @Nullable String stderr,
        @Nullable String compileOutput,
        @Nullable String message,
        @Nullable String time,
        @Nullable Integer memory,
        @Nullable Integer exitCode) {

    static Outcome of(String source, Directive directive, @Nullable String stdin, @Nullable String expected) {
        var printed = new StringBuilder();
        var exit = run(source, stdin == null ? "" : stdin, printed);
        var text = printed.toString();
        var status = exit != 0 ? 11 : expected == null || Texts.same(text, expected) ? 3 : 4;
        var bytes = directive.text("bytes");
        var output = bytes == null
                ? Texts.encode(text)
                : Texts.encode(Base64.getDecoder().decode(bytes));
        return ended(directive.number("status", status), output, directive, directive.number("exit", exit));
    }

    private static Outcome ended(int status, @Nullable String stdout, Directive directive, int exit) {
        return switch (status) {
            case 6 -> new Outcome(6, null, null, Texts.encode("made-up compiler error"), null, null, null, null);
            case 13 ->
                new Outcome(
                        13, null, null, null, Texts.encode("No such file or directory @ rb_sysopen"), null, null, null);
            default -> {
                var time = directive.text("time");
                yield new Outcome(
                        status,
                        stdout,
                        exit == 0 ? null : Texts.encode("made-up error\n"),
                        null,
                        Texts.encode(message(status, exit)),
                        time == null ? "0.01" : time,
                        directive.number("memory", 3000),
                        exit);
            }
        };
    }

    private static @Nullable String message(int status, int exit) {
        return switch (status) {
            case 5 -> "Time limit exceeded";
            case 11 -> "Exited with error status " + exit;
            default -> null;
        };
    }

    /** The exit code. */
    private static int run(String source, String stdin, StringBuilder printed) {
        for (var line : (Iterable<String>) source.lines()::iterator) {
            var command = line.strip();
            if (command.startsWith("echo ")) {
                printed.append(unquoted(command.substring(5).strip())).append('\n');
            } else if (command.equals("cat")) {
                printed.append(stdin);
            } else if (command.startsWith("exit ")) {
                return Integer.parseInt(command.substring(5).strip());
            }
        }
        return 0;
    }

    private static String unquoted(String word) {
        var quoted = word.length() > 1
                && (word.startsWith("'") || word.startsWith("\""))
                && word.charAt(0) == word.charAt(word.length() - 1);
        return quoted ? word.substring(1, word.length() - 1) : word;
    }
}
