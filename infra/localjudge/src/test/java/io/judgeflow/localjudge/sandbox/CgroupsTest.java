package io.judgeflow.localjudge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On plain folders, which do not make the files of a control group by themselves. */
class CgroupsTest {

    @TempDir
    private Path folder;

    @Test
    void readsAndWritesTheFirstGeneration() throws IOException {
        file("cpuacct.usage", "1500000000\n");
        file("memory.max_usage_in_bytes", "2048\n");
        file("memory.memsw.limit_in_bytes", "");
        CgroupFiles.V1.limitMemory(folder, 4096);
        assertThat(folder.resolve("memory.limit_in_bytes")).hasContent("4096");
        assertThat(folder.resolve("memory.memsw.limit_in_bytes")).hasContent("4096");
        assertMeasures(CgroupFiles.V1);
    }

    @Test
    void readsAndWritesTheSecondGeneration() throws IOException {
        file("cpu.stat", "usage_usec 1500000\nuser_usec 1\n");
        file("memory.peak", "2048\n");
        file("memory.swap.max", "max");
        CgroupFiles.V2.limitMemory(folder, 4096);
        assertThat(folder.resolve("memory.max")).hasContent("4096");
        assertThat(folder.resolve("memory.swap.max")).hasContent("0");
        assertMeasures(CgroupFiles.V2);
    }

    @Test
    void takesThePresentUseWhereThePeakIsNotKnown() throws IOException {
        file("memory.current", "1024\n");
        assertThat(CgroupFiles.V2.peak(folder)).isEqualTo(1024);
    }

    @Test
    void isNotThereWithoutControllers() {
        assertThat(Cgroups.create(folder, "judge")).isEmpty();
    }

    private void assertMeasures(CgroupFiles files) {
        var meter = new CgroupMeter(files, List.of(folder));
        assertThat(meter.cpu()).isEqualTo(Duration.ofMillis(1500));
        assertThat(meter.peakKib()).isEqualTo(2);
    }

    private void file(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }
}
