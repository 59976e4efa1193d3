package io.judgeflow.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import io.judgeflow.contracts.codec.Undecodable;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Limits;
import io.judgeflow.contracts.job.Origin;
import io.judgeflow.contracts.job.Scoring;
import io.judgeflow.contracts.job.TestCase;
import io.judgeflow.contracts.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobDeferredTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @Test
    void isReadAsItWasWritten() {
        assertThat(read("1"))
                .extracting(JobDeferred::tests, list(Integer.class))
                .containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "2", "0,2147483647"})
    void cannotBeReadWhenItNamesTestsThatTheJobDoesNotHave(String tests) {
        assertThatThrownBy(() -> read(tests)).isInstanceOf(Undecodable.class).hasMessageContaining("which has 2");
    }

    private static JobDeferred read(String tests) {
        var codec = Topics.deferred(Duration.ofSeconds(1)).value();
        var written = new String(codec.encode(deferred()), StandardCharsets.UTF_8);
        assertThat(written).contains("\"tests\":[1]");
        return codec.decode(
                written.replace("\"tests\":[1]", "\"tests\":[" + tests + "]").getBytes(StandardCharsets.UTF_8));
    }

    private static JobDeferred deferred() {
        var job = new JobSubmitted(
                Schema.VERSION,
                JobId.of("0193582c-7d40-7cc1-8c1e-5f0b8c1e7a51"),
                null,
                "python",
                "print(1)",
                List.of(new TestCase(null, null, "1", 1), new TestCase(null, null, "2", 1)),
                Limits.NONE,
                Scoring.DEFAULT,
                NOW);
        return new JobDeferred(Schema.VERSION, job, new Origin(0, 0), List.of(1), 1, 0, NOW, null, null, "busy", NOW);
    }
}
