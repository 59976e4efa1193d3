package io.judgeflow.localjudge.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out what this machine offers; looks, but runs nothing except {@code bwrap --help}. */
final class HostSurvey {

    private static final List<String> SYSTEM = List.of("/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32");
    private static final List<String> SETTINGS = List.of("/etc/alternatives", "/etc/ld.so.cache");

    private HostSurvey() {}

    /** @param root whether this process is root */
    static Host survey(boolean root) throws IOException {
        var bwrap = program("bwrap").orElse(null);
        var setpriv = program("setpriv").orElse(null);
        boolean nested = bwrap != null && !output(bwrap, "--help").contains("--disable-userns");
        boolean changesUser = root && bwrap != null && setpriv != null;
        return new Host(
                bwrap,
                nested,
                setpriv,
                changesUser,
                view(),
                ProcessHandle.current().pid());
    }

    static boolean isRoot() throws IOException {
        var self = Path.of("/proc/self");
        return Files.exists(self) && Objects.equals(Files.getAttribute(self, "unix:uid"), 0);
    }

    private static Optional<Path> program(String name) {
        var path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Stream.concat(Stream.of("/usr/bin", "/bin"), Arrays.stream(path.split(":", -1)))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String output(Path program, String argument) throws IOException {
        var process = new ProcessBuilder(program.toString(), argument)
                .redirectErrorStream(true)
                .start();
        try (var output = process.getInputStream()) {
            return new String(output.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * The system without its configuration, users and homes. On most systems /bin and /lib are links into /usr. A JDK
     * that runs this JVM may live elsewhere; only its own folder is shown.
     */
    private static List<String> view() {
        var view = new ArrayList<>(List.of("--ro-bind", "/usr", "/usr"));
        SYSTEM.stream().map(Path::of).forEach(path -> view.addAll(show(path)));
        Stream.concat(SETTINGS.stream().map(Path::of), javaSettings())
                .forEach(path -> view.addAll(List.of("--ro-bind-try", path.toString(), path.toString())));
        var home = Path.of(System.getProperty("java.home"));
        if (!home.startsWith("/usr")) {
            view.addAll(List.of("--ro-bind-try", home.toString(), home.toString()));
        }
        return List.copyOf(view);
    }

    private static List<String> show(Path path) {
        try {
            if (Files.isSymbolicLink(path)) {
                return List.of("--symlink", Files.readSymbolicLink(path).toString(), path.toString());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                ? List.of("--ro-bind", path.toString(), path.toString())
                : List.of();
    }

    /** Debian's JDKs keep their configuration in /etc and only link to it. */
    private static Stream<Path> javaSettings() {
        try (var found = Files.newDirectoryStream(Path.of("/etc"), "java-*")) {
            var paths = new ArrayList<Path>();
            found.forEach(paths::add);
            return paths.stream().sorted();
        } catch (IOException unreadable) {
            return Stream.empty();
        }
    }
}
