package io.judgeflow.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The operators' command line in a process of its own. */
record AdminProcess(Process process, Path outFile, Path errFile) {

    static AdminProcess start(Path directory, String bootstrapServers, String line) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var words = new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m"));
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.judgeflow.admin.Admin"));
        words.addAll(List.of(line.split(" ")));
        try {
            var out = Files.createTempFile(directory, "out", "");
            var err = Files.createTempFile(directory, "err", "");
            var builder = new ProcessBuilder(words).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
            builder.environment().put("JUDGEFLOW_KAFKA_PARTITIONS", String.valueOf(Rig.PARTITIONS));
            return new AdminProcess(builder.start(), out, err);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What it printed, once it has ended well. */
    List<String> lines() throws Exception {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        var out = Files.readString(outFile);
        assertThat(process.exitValue())
                .as("%s%s", out, Files.readString(errFile))
                .isZero();
        return out.lines().toList();
    }

    /** Kills it, as nothing can prepare for. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }
}
