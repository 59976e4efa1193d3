package io.judgeflow.bench.profile;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.judgeflow.bench.Report;
import io.judgeflow.testkit.process.ServiceProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Recordings of every process under some load, and what they say as a table, in a directory. Recording costs a little
 * itself, so figures that were taken meanwhile are not those that count.
 */
public final class Profiles implements AutoCloseable {

    private final @Nullable Path directory;
    private final Report report = new Report("profile");

    /** @param directory is made; null for nothing at all */
    public Profiles(@Nullable Path directory) {
        this.directory = directory;
        if (directory != null) {
            try {
                Files.createDirectories(directory);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * What comes of the load, all of which is recorded.
     *
     * @param what load that is; a part of files' names
     */
    public <T> T of(String what, Map<String, ServiceProcess> processes, Supplier<T> load) {
        if (directory == null) {
            return load.get();
        }
        var recorders = new TreeMap<String, Recorder>();
        processes.forEach((name, process) ->
                recorders.put(name, Recorder.start(process.pid(), directory.resolve(name + "-" + what + ".jfr"))));
        var outcome = load.get();
        var recordings = new TreeMap<String, Path>();
        recorders.forEach((name, recorder) -> recordings.put(name, recorder.stop()));
        recordings.forEach((name, recording) ->
                report.add(name + ", " + what, Profile.read(recording).figures()));
        return outcome;
    }

    /** Writes the table. */
    @Override
    public void close() {
        if (directory != null) {
            try (var out = new PrintStream(Files.newOutputStream(directory.resolve("profile.md")), true, UTF_8)) {
                report.print(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
