package io.judgeflow.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Submits a file and follows it to its end. */
@Command(
        name = "run",
        description = "Submits a file, follows it live, and ends with an exit code that says how it came out. Standard"
                + " output is what the program printed, standard error how it goes. Ctrl-C cancels the job.")
final class Run implements Callable<Integer> {

    /** Endings that are not what anybody calls the language; all others are for the gateway to know. */
    private static final Map<String, String> ENDINGS = Map.of(
            "cc", "c++",
            "mjs", "javascript",
            "cjs", "javascript",
            "bas", "basic");

    @Parameters(paramLabel = "FILE", description = "The program.")
    private Path file = Path.of("");

    @Option(
            names = "--lang",
            paramLabel = "NAME",
            description = "Its language, a name, alias or id that 'judgeflow languages' lists. (by the file's ending)")
    private @Nullable String language;

    @Option(names = "--stdin", paramLabel = "FILE", description = "What the program reads; - for what is piped in.")
    private @Nullable Path stdin;

    @Option(names = "--expect", paramLabel = "FILE", description = "What the program should print.")
    private @Nullable Path expected;

    @Option(
            names = "--tests",
            paramLabel = "DIR",
            description = "Instead of these two: NAME.in beside NAME.out or NAME.ans for each test, by name.")
    private @Nullable Path tests;

    @Mixin
    private Connection connection = new Connection();

    @Override
    public Integer call() {
        var language = language();
        var body = new JsonMapper().writeValueAsString(submission(language));
        var gateway = connection.open();
        var screen = connection.screen();
        screen.note(file + " as " + language);
        try (var interruption = Interruption.cancels(gateway, screen)) {
            var id = gateway.submit(body);
            interruption.stops(id);
            screen.note("job " + id);
            var end = end(gateway, id, screen);
            screen.end(end);
            return Exit.of(end).code();
        }
    }

    private static State end(Gateway gateway, String job, Screen screen) {
        try {
            return gateway.follow(job, screen::change);
        } catch (Failure failure) {
            throw failure.of(job);
        }
    }

    private Map<String, Object> submission(String language) {
        if (tests != null && (stdin != null || expected != null)) {
            throw new Failure(Exit.REFUSED, "--tests brings inputs and answers: leave out --stdin and --expect.");
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("lang", language);
        body.put("code", TextFile.read(file));
        if (stdin != null) {
            body.put("stdin", TextFile.read(stdin));
        }
        if (expected != null) {
            body.put("expected_output", TextFile.read(expected));
        }
        if (tests != null) {
            body.put("tests", new TestDirectory(tests).tests());
        }
        return body;
    }

    private String language() {
        if (language != null) {
            return language;
        }
        var name = file.toString();
        var dot = name.lastIndexOf('.');
        if (dot <= name.lastIndexOf('/') + 1) {
            throw new Failure(Exit.REFUSED, file + " has no ending that says its language: use --lang.");
        }
        var ending = name.substring(dot + 1);
        return ENDINGS.getOrDefault(ending, ending);
    }
}
