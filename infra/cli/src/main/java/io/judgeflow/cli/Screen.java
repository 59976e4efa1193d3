package io.judgeflow.cli;

import java.io.PrintWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What the user sees: on standard error how it goes, a line for each change, and on standard output what the program
 * printed, as if it had run here. Or, for programs, the last state alone.
 */
final class Screen {

    /** What of the outside world could command a terminal. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

    /** Whoever started the JVM knows where standard output goes. */
    private static final boolean TERMINAL = Boolean.getBoolean("judgeflow.terminal");

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;
    private final Set<String> said = new HashSet<>();
    private String headline = "";

    Screen(PrintWriter out, PrintWriter err, boolean json) {
        this.out = out;
        this.err = err;
        this.json = json;
    }

    /** Says something beside the results. */
    void note(String sentence) {
        if (!json && !sentence.isEmpty()) {
            warn(sentence);
        }
    }

    /** Says what has to be known, whoever reads the results. */
    void warn(String sentence) {
        err.println(harmless(sentence));
    }

    /** Says what languages there are. */
    void list(State offered) {
        if (json) {
            out.println(offered.text());
            return;
        }
        for (var language : offered.json()) {
            var aliases = language.path("aliases").valueStream().map(JsonNode::asString);
            out.printf("%-40s %s%n", language.path("name").asString(""), aliases.collect(Collectors.joining(", ")));
        }
    }

    /** Says what is new in this state. */
    void change(State state) {
        var tests = state.tests().toList();
        for (int i = 0; tests.size() > 1 && i < tests.size(); i++) {
            var test = tests.get(i);
            var line = "  " + place(test, i, tests.size()) + ": " + test.summary();
            if (!test.verdict().isEmpty() && said.add(line)) {
                note(line);
            }
        }
        if (!headline.equals(state.summary())) {
            headline = state.summary();
            note(headline);
        }
    }

    /** Says what the program wrote: of several tests, in the first that went wrong. */
    void end(State state) {
        if (json) {
            out.println(state.text());
            return;
        }
        var tests = state.tests().toList();
        if (tests.size() < 2) {
            outputs(state);
            return;
        }
        for (int i = 0; i < tests.size(); i++) {
            if (!tests.get(i).verdict().isEmpty() && !tests.get(i).verdict().equals("accepted")) {
                note(place(tests.get(i), i, tests.size()) + " left:");
                outputs(tests.get(i));
                return;
            }
        }
        note(state.string("message"));
    }

    private void outputs(State run) {
        var printed = run.string("stdout");
        out.print(TERMINAL ? harmless(printed) : printed);
        out.flush();
        for (var field : List.of("compile_output", "stderr", "message")) {
            note(run.string(field).stripTrailing());
        }
    }

    private static String place(State test, int position, int tests) {
        var name = test.string("name");
        return "test " + (position + 1) + " of " + tests + (name.isEmpty() ? "" : " (" + name + ")");
    }

    static String harmless(String text) {
        return CONTROLS.matcher(text).replaceAll("\ufffd");
    }
}
