package io.judgeflow.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tests as contests keep them: {@code NAME.in} beside {@code NAME.ans} or {@code NAME.out}. */
record TestDirectory(Path path) {

    private static final Pattern FILE = Pattern.compile("(.+)\\.(in|ans|out)");

    /** As the API takes them, by name. Half a test is a mistake that would go unnoticed if it were passed over. */
    List<Map<String, String>> tests() {
        var names = names();
        if (names.isEmpty()) {
            throw new Failure(Exit.REFUSED, path + " holds no NAME.in beside NAME.out or NAME.ans.");
        }
        return names.stream().map(this::test).toList();
    }

    private Map<String, String> test(String name) {
        // Where both are, .out is usually what some program wrote.
        var answer = Files.exists(file(name, ".ans")) ? ".ans" : ".out";
        return Map.of(
                "name", name,
                "stdin", TextFile.read(file(name, ".in")),
                "expected_output", TextFile.read(file(name, answer)));
    }

    private Path file(String name, String ending) {
        return path.resolve(name + ending);
    }

    private Collection<String> names() {
        try (var files = Files.list(path)) {
            return files.map(file -> FILE.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(matcher -> matcher.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new Failure(Exit.REFUSED, path + " is no directory that can be read.");
        }
    }
}
