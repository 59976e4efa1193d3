package io.judgeflow.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Origin;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PendingTokenTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @Test
    void whatAClockAheadOfOursSaysHasHappenedByNow() {
        var token = token(Instant.MAX).by(NOW);
        assertThat(token)
                .extracting(PendingToken::issuedAt, PendingToken::startedAt, PendingToken::submittedAt)
                .containsOnly(NOW);
        assertThat(token.by(NOW.plusSeconds(3600)).submittedAt())
                .as("so it grows old")
                .isEqualTo(NOW);
    }

    @Test
    void whatHasHappenedStaysAsItWas() {
        var token = token(NOW.minusSeconds(1));
        assertThat(token.by(NOW)).isEqualTo(token);
    }

    private static PendingToken token(Instant told) {
        return new PendingToken(
                Schema.VERSION,
                JobId.of("0193582c-7d40-7cc1-8c1e-5f0b8c1e7a51"),
                0,
                1,
                "judge-a:2358",
                "token",
                new Origin(0, 0),
                "python",
                NOW,
                0,
                told,
                told,
                false,
                told);
    }
}
