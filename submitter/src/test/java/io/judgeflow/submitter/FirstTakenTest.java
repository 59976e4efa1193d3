package io.judgeflow.submitter;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.event.Schema;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Limits;
import io.judgeflow.contracts.job.Origin;
import io.judgeflow.contracts.job.Scoring;
import io.judgeflow.contracts.job.TestCase;
import io.judgeflow.kafka.lookup.Placed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class FirstTakenTest {

    private static final JobId KEYED = JobId.of("0193582c-7d40-8cc1-8c1e-5f0b8c1e7a51");

    private final List<String> asked = new ArrayList<>();
    private List<Placed<JobSubmitted>> log = List.of();
    private final FirstTaken first = new FirstTaken((partition, from, to) -> {
        asked.add(partition + ": " + from + " to " + to);
        return Mono.just(log);
    });

    @Test
    void takesTheFirstAndNoOther() {
        assertThat(isFirst(KEYED, 0)).isTrue();
        assertThat(isFirst(KEYED, 1)).isFalse();
        assertThat(isFirst(KEYED, 2)).isFalse();
        assertThat(asked).isEmpty();
    }

    @Test
    void takesTheSameRecordAgainAfterACrash() {
        assertThat(isFirst(KEYED, 0)).isTrue();
        assertThat(isFirst(KEYED, 0)).isTrue();
    }

    @Test
    void readsBackWhatAnotherProcessTook() {
        log = List.of(new Placed<>(new Origin(0, 900), job()));
        assertThat(isFirst(KEYED, 1000)).isFalse();
        assertThat(asked).containsExactly("0: 500 to 1000");
        assertThat(isFirst(KEYED, 1001)).isFalse();
        assertThat(asked).hasSize(1);
    }

    @Test
    void readsNothingBackForAnIdThatIsNobodysKey() {
        var id = JobId.of("0193582c-7d40-7cc1-8c1e-5f0b8c1e7a51");
        assertThat(isFirst(id, 1000)).isTrue();
        assertThat(isFirst(id, 1001)).isTrue();
        assertThat(asked).isEmpty();
    }

    @Test
    void takesItWhenTheBrokersCannotBeAsked() {
        var alone = new FirstTaken((partition, from, to) -> Mono.error(new IllegalStateException("away")));
        assertThat(alone.isFirst(KEYED, new Origin(0, 7)).block()).isTrue();
    }

    private boolean isFirst(JobId id, long offset) {
        return Boolean.TRUE.equals(first.isFirst(id, new Origin(0, offset)).block());
    }

    private static JobSubmitted job() {
        return new JobSubmitted(
                Schema.VERSION,
                KEYED,
                null,
                "bash",
                "echo 1",
                List.of(new TestCase(null, null, null, 1)),
                Limits.NONE,
                Scoring.DEFAULT,
                Instant.EPOCH);
    }
}
