package io.judgeflow.localjudge.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where programs run. Opens up to a fixed number of boxes at a time, each with its own folder and, when this process is
 * root, its own user.
 *
 * <p>Boxes must be used on platform threads that outlive the runs: Linux ends a process that asked to die with its
 * parent when the <em>thread</em> that started it ends.
 */
public final class Sandbox implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Sandbox.class);
    private static final Path CGROUPS = Path.of("/sys/fs/cgroup");
    private static final int FIRST_USER = 60_001;
    private static final Caps TRIAL =
            new Caps(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofSeconds(10), 128_000, 64_000, 60, 1024);

    private final SandboxCommand command;
    private final WorkDirectory directory;
    private final @Nullable Cgroups groups;
    private final int boxes;
    private final BlockingQueue<Integer> users;

    private Sandbox(SandboxCommand command, WorkDirectory directory, @Nullable Cgroups groups, int boxes) {
        this.command = command;
        this.directory = directory;
        this.groups = groups;
        this.boxes = boxes;
        this.users = new ArrayBlockingQueue<>(
                boxes,
                false,
                IntStream.range(FIRST_USER, FIRST_USER + boxes).boxed().toList());
    }

    /**
     * Opens the sandbox, removing what killed predecessors left in the same folder.
     *
     * @param workDirectory parent of this sandbox's own folder
     * @param boxes how many may be open at a time
     * @throws IOException if bubblewrap is demanded but does not work here, or the folder cannot be written
     */
    public static Sandbox open(SandboxMode mode, Path workDirectory, int boxes) throws IOException {
        boolean root = HostSurvey.isRoot();
        var host = HostSurvey.survey(root);
        if (mode != SandboxMode.NONE && host.bwrap() != null) {
            var sandbox = create(host, workDirectory, boxes, root);
            var problem = sandbox.trial();
            if (problem.isEmpty()) {
                return sandbox;
            }
            sandbox.close();
            log.warn("bubblewrap does not work here: {}", problem.get());
        }
        if (mode == SandboxMode.BUBBLEWRAP) {
            throw new SandboxException("bubblewrap is demanded (localjudge.sandbox) but not usable on this machine");
        }
        log.warn("NO SANDBOX: programs run with resource limits only and can read and change what you can. "
                + "Only for code that you trust; install bubblewrap for anything else.");
        return create(host.withoutBubblewrap(), workDirectory, boxes, root);
    }

    private static Sandbox create(Host host, Path workDirectory, int boxes, boolean root) throws IOException {
        var directory = WorkDirectory.create(workDirectory, host.changesUser());
        Optional<Cgroups> groups = Optional.empty();
        if (root) {
            Cgroups.sweep(CGROUPS, WorkDirectory::abandoned);
            groups = Cgroups.create(CGROUPS, directory.name());
        }
        return new Sandbox(new SandboxCommand(host), directory, groups.orElse(null), boxes);
    }

    /** Opens an empty box; waits while all are in use. */
    public Box box() throws IOException, InterruptedException {
        int user = users.take();
        try {
            return new Box(this, directory.path(), user);
        } catch (IOException failed) {
            users.add(user);
            throw failed;
        }
    }

    /** How many may be open at a time. */
    public int boxes() {
        return boxes;
    }

    /** True if programs are shut in, rather than only limited. */
    public boolean closed() {
        return command.host().bwrap() != null;
    }

    SandboxCommand command() {
        return command;
    }

    /** With a control group, address space need not stand in for memory. */
    boolean measuresMemory() {
        return groups != null;
    }

    Meter meter(Caps caps) throws IOException {
        return groups == null ? new ProcessMeter() : groups.meter(caps, closed() ? 3 : 1);
    }

    void release(int user) {
        users.add(user);
    }

    private Optional<String> trial() throws IOException {
        try (var box = box()) {
            var report = box.run(new Job("true", TRIAL, false, true, false));
            return report.successful() ? Optional.empty() : Optional.of("a trial run ended with " + report);
        } catch (SandboxException refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    /** Removes this sandbox's folder and control groups. Boxes must be closed before. */
    @Override
    public void close() {
        directory.close();
        if (groups != null) {
            groups.close();
        }
    }
}
