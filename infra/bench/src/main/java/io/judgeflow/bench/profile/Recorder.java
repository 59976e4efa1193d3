package io.judgeflow.bench.profile;

import io.judgeflow.testkit.process.Jcmd;
import java.nio.file.Path;

/** Records a JVM from outside, by the JDK's {@code jcmd}: it begins when the load is there and not with the JVM. */
final class Recorder {

    private static final String NAME = "name=judgeflow";

    private final long process;
    private final Path file;

    private Recorder(long process, Path file) {
        this.process = process;
        this.file = file;
    }

    /** @param file that is written in the end */
    static Recorder start(long process, Path file) {
        var recorder = new Recorder(process, file);
        Jcmd.ask(
                process,
                "JFR.start",
                NAME,
                "settings=profile",
                "jdk.CPULoad#period=1s",
                "jdk.ThreadCPULoad#period=1s",
                "jdk.ExecutionSample#period=10ms");
        return recorder;
    }

    /** Writes the recording, and says where it is. */
    Path stop() {
        Jcmd.ask(process, "JFR.stop", NAME, "filename=" + file.toAbsolutePath());
        return file;
    }
}
