package io.judgeflow.localjudge.language;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A compiler or interpreter that may be installed.
 *
 * @param name with {@code %s} for the version
 * @param programs what it needs, by file name; {@code {name}} in the commands becomes the path
 * @param greeting a program that prints the version, and proves by doing so that it all works
 */
public record Toolchain(
        int id,
        String name,
        String sourceFile,
        @Nullable String compileCommand,
        String runCommand,
        List<String> programs,
        String greeting,
        boolean bearsAddressLimit) {

    /** Small, quick to start virtual machines; what a submission runs is short. */
    private static final String JVM = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -XX:-UsePerfData";

    private static final String JAVAC = "-J" + JVM.replace(" ", " -J") + " -J-Xmx256m -proc:none";
    private static final String C_GREETING = "#include <stdio.h>\nint main(void) { puts(__VERSION__); return 0; }\n";

    public static final List<Toolchain> ALL = List.of(
            interpreter(46, "Bash (%s)", "script.sh", "bash", "echo ${BASH_VERSION%%(*}"),
            interpreter(71, "Python (%s)", "script.py", "python3", "import platform\nprint(platform.python_version())"),
            interpreter(85, "Perl (%s)", "script.pl", "perl", "printf '%vd', $^V;"),
            interpreter(72, "Ruby (%s)", "script.rb", "ruby", "puts RUBY_VERSION"),
            new Toolchain(
                    63,
                    "JavaScript (Node.js %s)",
                    "script.js",
                    null,
                    "{node} --max-old-space-size={heap} script.js",
                    List.of("node"),
                    "console.log(process.versions.node)",
                    false),
            compiler(50, "C (GCC %s)", "main.c", "gcc"),
            compiler(54, "C++ (GCC %s)", "main.cpp", "g++"),
            new Toolchain(
                    62,
                    "Java (OpenJDK %s)",
                    "Main.java",
                    "{javac} " + JAVAC + " %s Main.java",
                    "{java} " + JVM + " -Xmx{heap}m Main",
                    List.of("javac", "java"),
                    "public class Main { public static void main(String[] a) {"
                            + " System.out.print(System.getProperty(\"java.version\")); } }",
                    false));

    /**
     * The language this toolchain offers if all of its programs are installed; whether they work is another question.
     *
     * @param locate the path of a program
     */
    public Optional<Language> installed(Function<String, Optional<Path>> locate) {
        var paths = programs.stream().map(locate).flatMap(Optional::stream).toList();
        if (paths.size() < programs.size()) {
            return Optional.empty();
        }
        var compile = compileCommand;
        var run = runCommand;
        for (int index = 0; index < paths.size(); index++) {
            var name = "{" + programs.get(index) + "}";
            var path = paths.get(index).toString();
            compile = compile == null ? null : compile.replace(name, path);
            run = run.replace(name, path);
        }
        return Optional.of(new Language(id, name, sourceFile, compile, run, bearsAddressLimit));
    }

    /** The same language under the name that has its version. */
    public static Language versioned(Language language, String version) {
        return new Language(
                language.id(),
                language.name().replace("%s", version),
                language.sourceFile(),
                language.compileCommand(),
                language.runCommand(),
                language.bearsAddressLimit());
    }

    private static Toolchain interpreter(int id, String name, String sourceFile, String program, String greeting) {
        var command = "{" + program + "} " + sourceFile;
        return new Toolchain(id, name, sourceFile, null, command, List.of(program), greeting, true);
    }

    private static Toolchain compiler(int id, String name, String sourceFile, String program) {
        var command = "{" + program + "} %s " + sourceFile;
        return new Toolchain(id, name, sourceFile, command, "./a.out", List.of(program), C_GREETING, true);
    }
}
