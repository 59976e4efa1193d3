package io.judgeflow.bench.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** What went wrong: said at once, and the input kept so that it can be given again; any thread. */
final class Problems {

    private static final int SHOWN = 100;
    private static final int MOST_TEXT = 600;

    private final AtomicLong found = new AtomicLong();
    private final Path directory;
    private final long seed;

    /** @param directory for the inputs */
    Problems(Path directory, long seed) {
        this.directory = directory;
        this.seed = seed;
    }

    /** One that comes from no input that is known. */
    void found(String complaint) {
        if (found.incrementAndGet() <= SHOWN) {
            System.err.println("PROBLEM, seed " + seed + ": " + start(complaint));
        }
    }

    /** One that comes from this input. */
    void found(String kind, long number, byte[] input, String complaint) {
        if (found.get() < SHOWN) {
            keep(kind + "-" + seed + "-" + number, input);
        }
        found("%s %d: %s".formatted(kind, number, complaint));
    }

    private void keep(String name, byte[] input) {
        try {
            Files.createDirectories(directory);
            Files.write(directory.resolve(name), input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String start(String text) {
        return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT) + "…";
    }

    long count() {
        return found.get();
    }
}
