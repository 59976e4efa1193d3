package io.judgeflow.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes an archive of the classes that this start loaded, so that the next need not parse and verify them again, which
 * saves a third of its CPU time. A process of its own makes it at the lowest priority, some seconds long, once per
 * build.
 *
 * <p>The JVM has to be started with {@code -XX:DumpLoadedClassList} and the property {@value #PROPERTY}, see ./start.
 */
final class ClassArchive implements AutoCloseable {

    /** Says where the archive is to be made; not set when there is one already. */
    static final String PROPERTY = "judgeflow.class-archive";

    private static final Logger LOG = LoggerFactory.getLogger(ClassArchive.class);

    private final Path archive;
    private final Path unfinished;
    private final Process writer;
    private final CompletableFuture<Void> finished;

    private ClassArchive(Path archive) throws IOException {
        this.archive = archive;
        this.unfinished = beside(archive, ".unfinished");
        this.writer = writer(completeLines(beside(archive, ".loaded")));
        this.finished = writer.onExit().thenRun(this::finish);
    }

    /** Begins to make the archive if one is wanted; it is in place when it is complete. Closing gives it up. */
    static AutoCloseable begin() {
        var wanted = System.getProperty(PROPERTY);
        try {
            return wanted == null ? () -> {} : new ClassArchive(Path.of(wanted));
        } catch (IOException e) {
            LOG.debug("No class archive: {}", e.getMessage());
            return () -> {};
        }
    }

    @Override
    public void close() throws IOException {
        writer.destroyForcibly();
        finished.join();
        Files.deleteIfExists(unfinished);
    }

    private static Path beside(Path archive, String suffix) {
        return archive.resolveSibling(archive.getFileName() + suffix);
    }

    /** The JVM is still writing this list, so it may end in the middle of a line. */
    private Path completeLines(Path loaded) throws IOException {
        var text = Files.readString(loaded, StandardCharsets.ISO_8859_1);
        var classes = beside(archive, ".classes");
        return Files.writeString(classes, text.substring(0, text.lastIndexOf('\n') + 1), StandardCharsets.ISO_8859_1);
    }

    /** Garbage collector, native access and class path have to be those of the JVM that will read it. */
    private Process writer(Path classes) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        "nice",
                        "-n",
                        "19",
                        java,
                        "-Xshare:dump",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:SharedClassListFile=" + classes,
                        "-XX:SharedArchiveFile=" + unfinished,
                        "-cp",
                        System.getProperty("java.class.path"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void finish() {
        try {
            if (writer.exitValue() == 0) {
                Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            LOG.debug("No class archive: {}", e.getMessage());
        }
    }
}
