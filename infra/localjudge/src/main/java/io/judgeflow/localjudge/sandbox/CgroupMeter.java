package io.judgeflow.localjudge.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Measures one run exactly, in control groups that also hold its memory and processes within their limits. */
final class CgroupMeter implements Meter {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int ATTEMPTS = 200;
    private static final long ATTEMPT_NANOS = 1_000_000;

    private final CgroupFiles files;
    private final List<Path> folders;

    CgroupMeter(CgroupFiles files, List<Path> folders) {
        this.files = files;
        this.folders = folders;
    }

    @Override
    public void attach(long pid) throws IOException {
        for (var folder : folders) {
            Files.writeString(folder.resolve("cgroup.procs"), Long.toString(pid));
        }
    }

    @Override
    public Duration cpu() {
        try {
            return files.cpu(folders.getLast());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public long peakKib() {
        try {
            return files.peak(folders.getFirst()) / 1024;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public Duration settle(Duration reported) {
        return cpu();
    }

    @Override
    public Duration pause(Duration sinceStart) {
        return PAUSE;
    }

    @Override
    public void close() {
        vacate(folders);
    }

    /** Ends what runs in these groups and removes them; what cannot be removed in time is left to the next start. */
    static void vacate(List<Path> folders) {
        for (var folder : folders) {
            for (int attempt = 0; attempt < ATTEMPTS && !removed(folder); attempt++) {
                killAll(folder);
                LockSupport.parkNanos(ATTEMPT_NANOS);
            }
        }
    }

    /** A control group is removed as a folder, although it looks full of files. */
    private static boolean removed(Path folder) {
        try {
            Files.deleteIfExists(folder);
            return true;
        } catch (IOException busy) {
            return false;
        }
    }

    private static void killAll(Path folder) {
        try (var pids = Files.lines(folder.resolve("cgroup.procs"))) {
            pids.mapToLong(Long::parseLong)
                    .forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
        } catch (IOException | UncheckedIOException gone) {
            // Then there is nothing left to end.
            return;
        }
    }
}
