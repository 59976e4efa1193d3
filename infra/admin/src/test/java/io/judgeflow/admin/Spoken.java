package io.judgeflow.admin;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;

/** What the command line said, and how it ended. */
record Spoken(int exit, String out, String err) {

    static Spoken by(Object... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var exit = Admin.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(Stream.of(words).map(String::valueOf).toArray(String[]::new));
        return new Spoken(exit, out.toString(), err.toString());
    }
}
