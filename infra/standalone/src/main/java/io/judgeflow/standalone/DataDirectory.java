package io.judgeflow.standalone;

import io.judgeflow.embedded.CannotStart;
import io.judgeflow.embedded.DirectoryLock;
import io.judgeflow.embedded.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Where everything that outlives a restart is kept, held by one stack at a time. */
final class DataDirectory implements AutoCloseable {

    /** Says that a directory is ours. ./start writes it too, for it is there first. */
    static final String MARKER = "judgeflow-data";

    /** Emptied at every start. ./start has the JVM put its temporary files there. */
    static final String TEMPORARY = ".judgeflow-tmp";

    /** Written by {@link DirectoryLock}: directories from before there was a marker have it. */
    private static final String LOCK = "lock";

    private final Path path;
    private final boolean ephemeral;
    private final DirectoryLock lock;

    private DataDirectory(Path path, boolean ephemeral, DirectoryLock lock) {
        this.path = path;
        this.ephemeral = ephemeral;
        this.lock = lock;
    }

    /**
     * Takes the directory, which is missing, empty or ours, and empties what earlier, killed stacks left in its
     * temporary part.
     *
     * @throws CannotStart when it has something else in it, or when another stack uses it
     */
    static DataDirectory open(Path path) {
        return open(path, false);
    }

    /**
     * Takes a new directory and deletes it at the end.
     *
     * @throws CannotStart when a stack used it before: then it is not ours to delete
     */
    static DataDirectory openEphemeral(Path path) {
        if (Files.exists(path.resolve(LOCK))) {
            throw new CannotStart("%s was used before, so --ephemeral does not delete it.".formatted(path));
        }
        return open(path, true);
    }

    /** Makes one among the temporary files, deleted at the end. */
    static DataDirectory openEphemeral() {
        try {
            var made = Files.createTempDirectory("judgeflow.");
            // Not to be listed, but to be passed: the sandbox and the database run as other users.
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwx--x--x"));
            return open(made, true);
        } catch (IOException e) {
            throw new CannotStart("No temporary directory can be made: " + e, e);
        }
    }

    private static DataDirectory open(Path path, boolean ephemeral) {
        if (path.toString().isEmpty()) {
            throw new CannotStart("--data names no directory.");
        }
        var absolute = path.toAbsolutePath().normalize();
        claim(absolute);
        var directory = new DataDirectory(absolute, ephemeral, DirectoryLock.take(absolute));
        try {
            FileTree.delete(directory.of(TEMPORARY));
            Files.createDirectories(directory.of(TEMPORARY));
            return directory;
        } catch (IOException e) {
            directory.lock.close();
            throw new CannotStart("%s cannot be emptied: %s".formatted(directory.of(TEMPORARY), e), e);
        }
    }

    /** Before anything is written: somebody else's directory stays as it is. */
    private static void claim(Path directory) {
        try {
            Files.createDirectories(directory);
            if (Files.exists(directory.resolve(MARKER)) || Files.exists(directory.resolve(LOCK))) {
                return;
            }
            if (!isEmpty(directory)) {
                throw new CannotStart(
                        "%s has something else in it than data of Judgeflow: name a new or empty directory."
                                .formatted(directory));
            }
            Files.write(directory.resolve(MARKER), new byte[0]);
        } catch (IOException e) {
            throw new CannotStart("%s cannot be written: %s".formatted(directory, e), e);
        }
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (var entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        }
    }

    Path path() {
        return path;
    }

    /** The part of the directory that belongs to {@code owner}. */
    Path of(String owner) {
        return path.resolve(owner);
    }

    @Override
    public void close() {
        lock.close();
        if (!ephemeral) {
            return;
        }
        try {
            FileTree.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
