package io.judgeflow.localjudge.sandbox;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of this judge, below one that several may share. Its name says which process it belongs to, so what a
 * killed one left behind is recognised and removed without touching what is in use.
 */
final class WorkDirectory implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WorkDirectory.class);
    private static final Pattern NAME = Pattern.compile("judge-(\\d+)-(\\d+)-\\w+");
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(10);
    private static final Set<PosixFilePermission> PASSABLE = PosixFilePermissions.fromString("rwx--x--x");

    private final Path path;

    private WorkDirectory(Path path) {
        this.path = path;
    }

    /**
     * Creates the folder, and removes those of judges that are gone.
     *
     * @param othersMustReach whether other users' programs must be able to reach it
     */
    static WorkDirectory create(Path wanted, boolean othersMustReach) throws IOException {
        var shared = othersMustReach ? reachable(wanted.toAbsolutePath()) : wanted.toAbsolutePath();
        Files.createDirectories(shared);
        sweep(shared);
        var self = ProcessHandle.current();
        long started = startOf(self).getEpochSecond();
        var unique = UUID.randomUUID().toString().substring(0, 8);
        var own = Files.createDirectory(shared.resolve("judge-" + self.pid() + "-" + started + "-" + unique));
        Files.setPosixFilePermissions(own, PASSABLE);
        return new WorkDirectory(own);
    }

    Path path() {
        return path;
    }

    String name() {
        return path.getFileName().toString();
    }

    @Override
    public void close() {
        delete(path);
    }

    /** A program's own user cannot pass a closed home folder; the system's temporary ones are open to all. */
    private static Path reachable(Path wanted) throws IOException {
        if (passable(wanted)) {
            return wanted;
        }
        for (var temporary : List.of(System.getProperty("java.io.tmpdir"), "/var/tmp", "/tmp")) {
            var instead = Path.of(temporary, "judgeflow-localjudge");
            if (passable(instead)) {
                log.info("Programs of another user cannot reach {}: working in {}", wanted, instead);
                return instead;
            }
        }
        return wanted;
    }

    private static boolean passable(Path path) throws IOException {
        for (Path part = path; part != null; part = part.getParent()) {
            if (Files.exists(part)
                    && !Files.getPosixFilePermissions(part).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }

    private static void sweep(Path shared) throws IOException {
        try (Stream<Path> found = Files.list(shared)) {
            found.filter(path -> abandoned(path.getFileName().toString())).forEach(WorkDirectory::delete);
        }
    }

    /** True for the name of a work directory whose process has ended. */
    static boolean abandoned(String directoryName) {
        var name = NAME.matcher(directoryName);
        if (!name.matches()) {
            return false;
        }
        var started = Instant.ofEpochSecond(Long.parseLong(name.group(2)));
        return ProcessHandle.of(Long.parseLong(name.group(1)))
                .filter(owner -> Duration.between(started, startOf(owner)).abs().compareTo(CLOCK_TOLERANCE) < 0)
                .isEmpty();
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    /** Removes a folder and all in it; what a program made unreadable is made readable first. */
    static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new Deletion());
        } catch (IOException failed) {
            log.warn("Could not remove {}", folder, failed);
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (!Files.isDirectory(file) || Files.isReadable(file)) {
                return FileVisitResult.CONTINUE;
            }
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
            Files.walkFileTree(file, this);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
