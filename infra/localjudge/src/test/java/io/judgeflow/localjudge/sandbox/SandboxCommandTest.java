package io.judgeflow.localjudge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SandboxCommandTest {

    private static final Path BOX = Path.of("/boxes/1");
    private static final Host ROOT = new Host(
            Path.of("/usr/bin/bwrap"),
            false,
            Path.of("/usr/bin/setpriv"),
            true,
            List.of("--ro-bind", "/usr", "/usr"),
            42);
    private static final Caps CAPS =
            new Caps(Duration.ofMillis(1500), Duration.ofSeconds(1), Duration.ofSeconds(5), 1000, 64, 7, 10);

    @Test
    void takesTheUserOfTheBoxAndDiesWithItsParent() {
        assertThat(line(ROOT, job(false, false)))
                .startsWith("/usr/bin/setpriv", "--no-new-privs", "--pdeathsig", "KILL", "--reuid=60001")
                .contains("--clear-groups", "--die-with-parent", "--new-session", "--as-pid-1", "--disable-userns");
    }

    @Test
    void staysTheSameUserUnlessItIsRoot() {
        var user = new Host(ROOT.bwrap(), true, ROOT.setpriv(), false, ROOT.view(), ROOT.pid());
        assertThat(line(user, job(false, false)))
                .noneMatch(word -> word.startsWith("--reuid"))
                .doesNotContain("--disable-userns");
    }

    @Test
    void sharesTheNetworkOnlyWhenAsked() {
        assertThat(line(ROOT, job(false, false))).contains("--unshare-net");
        assertThat(line(ROOT, job(true, false))).doesNotContain("--unshare-net");
    }

    @Test
    void bindsNothingWritableButTheBox() {
        var line = line(ROOT, job(false, false));
        int bind = line.indexOf("--bind");
        assertThat(line.subList(bind, bind + 3)).containsExactly("--bind", "/boxes/1/box", "/box");
        assertThat(line.subList(bind + 1, line.size())).doesNotContain("--bind", "--dev-bind");
        assertThat(line).containsSubsequence("--remount-ro", "/dev", "--remount-ro", "/");
    }

    @Test
    void setsTheLimitsBeforeItRunsTheProgram() {
        assertThat(line(ROOT, job(false, false)))
                .endsWith("run", "program 1")
                .contains("{ ulimit -c 0; ulimit -f 20; ulimit -s 64; ulimit -t 3; ulimit -u 7 || ulimit -p 7; } "
                        + "2>/dev/null; echo ready >&3; eval \"$1\" 3>&-; code=$?; times >&3; exit $code");
        assertThat(line(ROOT, job(false, true))).anyMatch(word -> word.contains("ulimit -v 1000"));
    }

    @Test
    void onlyLimitsWhereThereIsNoBubblewrap() {
        var bare = new Host(null, false, null, false, List.of(), 42);
        assertThat(line(bare, job(false, false)))
                .startsWith("/bin/sh", "-c")
                .contains("gate", "42", "/boxes/1/stdin", "/boxes/1/usage")
                .noneMatch(word -> word.contains("bwrap"))
                .noneMatch(word -> word.contains("ulimit -u"));
    }

    private static List<String> line(Host host, Job job) {
        return new SandboxCommand(host).line(job, BOX, 60_001);
    }

    private static Job job(boolean network, boolean capAddressSpace) {
        return new Job("program 1", CAPS, network, false, capAddressSpace);
    }
}
