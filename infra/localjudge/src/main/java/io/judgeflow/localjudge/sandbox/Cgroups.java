package io.judgeflow.localjudge.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The control groups of this judge: one parent named after its work directory, one child per run.
 *
 * <p>First generation: a folder per controller, below the group this JVM is in. Second generation: one folder below the
 * root, since a group that holds processes (this JVM) may not have controlled children.
 */
final class Cgroups implements AutoCloseable {

    private static final String PREFIX = "judgeflow-";
    private static final List<String> CONTROLLERS = List.of("memory", "pids", "cpuacct");

    private final CgroupFiles files;
    private final List<Path> parents;
    private final AtomicLong runs = new AtomicLong();

    private Cgroups(CgroupFiles files, List<Path> parents) {
        this.files = files;
        this.parents = parents;
    }

    /** The groups named {@code name}, created; empty where this process may not or the controllers are missing. */
    static Optional<Cgroups> create(Path mount, String name) {
        var parents =
                bases(mount).stream().map(base -> base.resolve(PREFIX + name)).toList();
        if (parents.isEmpty()) {
            return Optional.empty();
        }
        var groups = new Cgroups(parents.size() == 1 ? CgroupFiles.V2 : CgroupFiles.V1, parents);
        try {
            for (var parent : parents) {
                Files.createDirectories(parent);
            }
            groups.enableControllers();
            try (var trial = groups.open(new Ceiling(1 << 24, 1))) {
                trial.peakKib();
            }
            return Optional.of(groups);
        } catch (IOException refused) {
            groups.close();
            return Optional.empty();
        }
    }

    /**
     * Ends what still runs in the groups of judges that are gone, and removes them.
     *
     * @param gone tells it from the name
     */
    static void sweep(Path mount, Predicate<String> gone) {
        for (var base : bases(mount)) {
            subfolders(base).stream()
                    .filter(folder -> folder.getFileName().toString().startsWith(PREFIX))
                    .filter(folder -> gone.test(folder.getFileName().toString().substring(PREFIX.length())))
                    .forEach(folder -> {
                        subfolders(folder).forEach(run -> CgroupMeter.vacate(List.of(run)));
                        CgroupMeter.vacate(List.of(folder));
                    });
        }
    }

    private static List<Path> subfolders(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(Files::isDirectory).toList();
        } catch (IOException gone) {
            return List.of();
        }
    }

    Meter meter(Caps caps, int ownProcesses) throws IOException {
        return open(new Ceiling(caps.memoryKib() * 1024, caps.processes() + ownProcesses));
    }

    @Override
    public void close() {
        CgroupMeter.vacate(parents);
    }

    private CgroupMeter open(Ceiling ceiling) throws IOException {
        var name = Long.toString(runs.incrementAndGet());
        var folders = parents.stream().map(parent -> parent.resolve(name)).toList();
        try {
            for (var folder : folders) {
                Files.createDirectory(folder);
            }
            files.limitMemory(folders.getFirst(), ceiling.bytes());
            Files.writeString(
                    folders.get(files == CgroupFiles.V1 ? 1 : 0).resolve("pids.max"), ceiling.processesText());
            return new CgroupMeter(files, folders);
        } catch (IOException refused) {
            CgroupMeter.vacate(folders);
            throw refused;
        }
    }

    private void enableControllers() throws IOException {
        if (files == CgroupFiles.V2) {
            Files.writeString(parents.getFirst().resolve("cgroup.subtree_control"), "+memory +pids");
        }
    }

    private static List<Path> bases(Path mount) {
        if (CONTROLLERS.stream().allMatch(controller -> Files.isDirectory(mount.resolve(controller)))) {
            return CONTROLLERS.stream()
                    .map(controller -> below(mount.resolve(controller), ownGroup(controller)))
                    .toList();
        }
        return Files.exists(mount.resolve("cgroup.controllers")) ? List.of(mount) : List.of();
    }

    private static Path below(Path root, @Nullable String group) {
        var own = group == null ? root : root.resolve(group.substring(1));
        return Files.isDirectory(own) ? own : root;
    }

    /** Lines are {@code number:controller,controller:/path}. */
    private static @Nullable String ownGroup(String controller) {
        try (var lines = Files.lines(Path.of("/proc/self/cgroup"))) {
            return lines.map(line -> line.split(":", 3))
                    .filter(parts -> List.of(parts[1].split(",", -1)).contains(controller))
                    .map(parts -> parts[2])
                    .findFirst()
                    .orElse(null);
        } catch (IOException unreadable) {
            return null;
        }
    }

    private record Ceiling(long bytes, int processes) {

        String processesText() {
            return Integer.toString(processes);
        }
    }
}
