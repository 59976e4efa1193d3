package io.judgeflow.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program that is run to its end, with nothing of our environment but the search path.
 *
 * @param words the program and its arguments
 */
record Command(List<String> words) {

    /**
     * How it ended.
     *
     * @param output what it wrote to standard output and standard error
     */
    record Outcome(int status, String output) {

        boolean succeeded() {
            return status == 0;
        }

        /** The last line of the output, which is where programs say what went wrong. */
        String lastLine() {
            return output.lines().filter(line -> !line.isBlank()).reduce("no output", (earlier, later) -> later);
        }
    }

    static Command of(List<String> prefix, String... words) {
        return new Command(Stream.concat(prefix.stream(), Stream.of(words)).toList());
    }

    /** A builder for the same program where more than its end is of interest. */
    ProcessBuilder builder() {
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        var path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        builder.environment().clear();
        builder.environment().put("PATH", path);
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    /** Runs it with {@code input} as its standard input. A program that does not exist has failed like any other. */
    Outcome run(String input) {
        try {
            var process = builder().start();
            try (var toProcess = process.outputWriter(StandardCharsets.UTF_8)) {
                toProcess.write(input);
            }
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException e) {
            return new Outcome(-1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while running " + words.getFirst(), e));
        }
    }

    Outcome run() {
        return run("");
    }
}
