package io.judgeflow.contracts.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JobIdTest {

    /** Written down, as the ids of a release must be those of the next. */
    @Test
    void derivesTheSameIdFromTheSameTextForEver() {
        assertThat(JobId.derivedFrom("judgeflow - key")).hasToString("de27a580-27df-89bb-9448-b065b1a8d534");
        assertThat(JobId.derivedFrom("judgeflow - key2")).isNotEqualTo(JobId.derivedFrom("judgeflow - key"));
    }

    @Test
    void tellsADerivedIdFromOneThatWasMade() {
        var derived = JobId.derivedFrom("\u010d");
        assertThat(derived.value().version()).isEqualTo(8);
        assertThat(derived.value().variant()).isEqualTo(2);
        assertThat(JobId.of(derived.toString()).derived()).isTrue();
        assertThat(JobId.of("0193582c-7d40-7cc1-8c1e-5f0b8c1e7a51").derived()).isFalse();
    }
}
