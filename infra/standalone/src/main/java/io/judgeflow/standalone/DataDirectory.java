package io.judgeflow.standalone;

import io.judgeflow.embedded.CannotStart;
import io.judgeflow.embedded.DirectoryLock;
import io.judgeflow.embedded.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where everything that outlives a restart is kept, held by one stack at a time. */
final class DataDirectory implements AutoCloseable {

    private final Path path;
    private final boolean ephemeral;
    private final DirectoryLock lock;

    private DataDirectory(Path path, boolean ephemeral, DirectoryLock lock) {
        this.path = path;
        this.ephemeral = ephemeral;
        this.lock = lock;
    }

    /**
     * Takes the directory, and empties what earlier, killed stacks left in its temporary part.
     *
     * @param ephemeral deletes the directory at the end
     * @throws CannotStart when another stack uses it
     */
    static DataDirectory open(Path path, boolean ephemeral) {
        var absolute = path.toAbsolutePath().normalize();
        var lock = DirectoryLock.take(absolute);
        var directory = new DataDirectory(absolute, ephemeral, lock);
        try {
            FileTree.delete(directory.of("tmp"));
            Files.createDirectories(directory.of("tmp"));
            return directory;
        } catch (IOException e) {
            lock.close();
            throw new CannotStart("%s cannot be emptied: %s".formatted(directory.of("tmp"), e), e);
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
