package io.judgeflow.localjudge.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line that starts a program in its box: a chain in which each part replaces itself by the next.
 *
 * <ol>
 *   <li>setpriv: dies with this JVM, takes the box's own user.
 *   <li>a shell, the gate: waits for the word to go, so that limits of the control group are in place before anything
 *       runs, and ends if the JVM died before setpriv could ask to be told.
 *   <li>bubblewrap: namespaces and the read-only view.
 *   <li>a shell, process 1 of the box: sets resource limits, runs the program as its child and reports its exit code.
 *       A program that were process 1 itself would not die of its own signals.
 * </ol>
 *
 * File descriptor 3 tells the JVM that the box was set up and how much processor time the program used; the program
 * itself does not have it.
 */
record SandboxCommand(Host host) {

    static final String BOX = "/box";

    private static final int BYTES_PER_KIB = 1024;
    private static final String GATE = "read -r go && [ \"$PPID\" = \"$1\" ] || exit 125; in=$2 usage=$3; shift 3; "
            + "exec \"$@\" <\"$in\" 3>\"$usage\"";
    private static final String RUN = "echo ready >&3; eval \"$1\" 3>&-; code=$?; times >&3; exit $code";

    /** The whole chain, for a run whose files are in {@code directory} and whose user is {@code uid}. */
    List<String> line(Job job, Path directory, int uid) {
        var line = new ArrayList<String>();
        line.addAll(leash(uid));
        line.addAll(List.of("/bin/sh", "-c", GATE, "gate", Long.toString(host.pid())));
        line.addAll(List.of(
                directory.resolve("stdin").toString(),
                directory.resolve("usage").toString()));
        line.addAll(walls(job, directory.resolve("box")));
        line.addAll(List.of("/bin/sh", "-c", limits(job) + RUN, "run", job.script()));
        return line;
    }

    private List<String> leash(int uid) {
        if (host.setpriv() == null) {
            return List.of();
        }
        var leash = new ArrayList<>(List.of(host.setpriv().toString(), "--no-new-privs", "--pdeathsig", "KILL"));
        if (host.changesUser()) {
            leash.addAll(List.of("--reuid=" + uid, "--regid=" + uid, "--clear-groups"));
        }
        return leash;
    }

    private List<String> walls(Job job, Path box) {
        if (host.bwrap() == null) {
            return List.of();
        }
        var walls = new ArrayList<>(List.of(host.bwrap().toString(), "--die-with-parent", "--new-session"));
        walls.addAll(List.of("--as-pid-1", "--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"));
        walls.addAll(List.of("--unshare-user", "--uid", "1000", "--gid", "1000", "--hostname", "box"));
        if (!host.nestedUserNamespaces()) {
            walls.add("--disable-userns");
        }
        if (!job.network()) {
            walls.add("--unshare-net");
        }
        walls.addAll(host.view());
        walls.addAll(List.of("--proc", "/proc", "--dev", "/dev", "--bind", box.toString(), BOX, "--chdir", BOX));
        walls.addAll(scratch(job, "/tmp"));
        walls.addAll(scratch(job, "/dev/shm"));
        walls.addAll(List.of("--remount-ro", "/dev", "--remount-ro", "/"));
        return walls;
    }

    /** Files in memory, which only a control group would count: never more than the memory limit. */
    private static List<String> scratch(Job job, String path) {
        return List.of("--size", Long.toString(job.caps().memoryKib() * BYTES_PER_KIB), "--tmpfs", path);
    }

    /**
     * Shell text that lowers the limits of process 1 and so of all others. POSIX counts files in blocks of 512 bytes;
     * dash and bash disagree about the letter for processes. A limit that cannot be set (it is lower already) is left.
     */
    private String limits(Job job) {
        var caps = job.caps();
        var text = new StringBuilder("{ ulimit -c 0; ulimit -f " + caps.fileKib() * 2);
        if (caps.stackKib() > 0) {
            text.append("; ulimit -s ").append(caps.stackKib());
        }
        if (!caps.cpu().isZero()) {
            text.append("; ulimit -t ").append(caps.cpu().plus(caps.cpuExtra()).toSeconds() + 1);
        }
        if (job.capAddressSpace()) {
            text.append("; ulimit -v ").append(caps.memoryKib());
        }
        // Outside of its own user namespace the count is that of everything the user runs.
        if (host.bwrap() != null) {
            text.append("; ulimit -u ")
                    .append(caps.processes())
                    .append(" || ulimit -p ")
                    .append(caps.processes());
        }
        return text.append("; } 2>/dev/null; ").toString();
    }
}
