package io.judgeflow.submitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.judgeflow.contracts.event.JobDeferred;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.Origin;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrandTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @Test
    void isForTestsThatTheJobHas() {
        assertThat(Errand.again(deferred(0), NOW).tests()).containsExactly(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void isForNoTestThatTheJobDoesNotHave(int test) {
        var deferred = deferred(test);
        assertThatThrownBy(() -> Errand.again(deferred, NOW)).hasMessage("tests are positions in the job, which has 1");
    }

    private static JobDeferred deferred(int test) {
        return new JobDeferred(
                Schema.VERSION, Records.job(NOW), new Origin(0, 0), List.of(test), 2, 0, NOW, null, null, "busy", NOW);
    }
}
