package io.judgeflow.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the command line said, and how it ended. */
record Spoken(int exit, String out, String err) {

    /** Says these words to it. */
    static Spoken by(Object... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var exit = Judgeflow.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(Stream.of(words).map(String::valueOf).toArray(String[]::new));
        return new Spoken(exit, out.toString(), err.toString());
    }

    /** {@code run} of a file on that gateway. */
    static Spoken byRunning(ScriptedGateway gateway, Path file, Object... words) {
        var all = Stream.concat(Stream.of("run", "--url", gateway.url(), file), Stream.of(words));
        return by(all.toArray());
    }

    List<String> told() {
        return err.lines().toList();
    }
}
