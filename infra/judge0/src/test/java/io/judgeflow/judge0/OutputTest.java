package io.judgeflow.judge0;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutputTest {

    private final Single it = new Single();

    @AfterEach
    void close() {
        it.close();
    }

    @Test
    void readsBase64WithLineFeeds() {
        var text = "x".repeat(500);

        assertThat(it.run("echo " + text).stdout()).isEqualTo(text + "\n");
    }

    @Test
    void carriesTextThatIsNotAscii() {
        assertThat(it.run("echo Žluťoučký 😀").stdout()).isEqualTo("Žluťoučký 😀\n");
    }

    @Test
    void replacesBytesThatAreNotUtf8() {
        var bytes = Base64.getEncoder().encodeToString(new byte[] {'a', (byte) 0xFF, 'b'});

        assertThat(it.run("#judge: bytes=" + bytes).stdout()).isEqualTo("a\uFFFDb");
    }

    @Test
    void cutsOutputsBetweenCharactersAndSaysSo() {
        var bytes = Base64.getEncoder().encodeToString("čč".repeat(200_000).getBytes(StandardCharsets.UTF_8));

        var stdout = it.run("#judge: bytes=" + bytes).stdout();

        assertThat(stdout)
                .startsWith("čč")
                .endsWith("č\n[cut: 800000 bytes in all]")
                .doesNotContain("\uFFFD");
        assertThat(stdout).hasSizeLessThan(132_000);
    }

    @Test
    void asksInPartsWhenTheAnswerIsTooLarge() {
        var large = "#judge: bytes=" + Base64.getEncoder().encodeToString(new byte[3_000_000]);
        var tokens = it.submit(large, large, large, "echo small");

        var reports = it.ask(tokens);

        assertThat(reports).hasSize(4).allSatisfy(report -> assertThat(report).isInstanceOf(Report.Finished.class));
        assertThat(reports.getLast()).extracting("stdout").isEqualTo("small\n");
    }

    @Test
    void asksWithoutOutputsWhenASingleOneIsTooLarge() {
        var huge = "#judge: bytes=" + Base64.getEncoder().encodeToString(new byte[9_000_000]);

        var finished = it.run(huge);

        assertThat(finished.statusId()).isEqualTo(3);
        assertThat(finished.stdout()).isNull();
        assertThat(finished.message()).contains("too large");
    }
}
