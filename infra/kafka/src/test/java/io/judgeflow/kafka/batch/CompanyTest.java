package io.judgeflow.kafka.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompanyTest {

    private final Company company = new Company(Duration.ofNanos(50));

    @Test
    void expectsNobodyWhereFewCome() {
        IntStream.range(0, 20)
                .forEach(i -> assertThat(company.expected(i * 20L)).as("%d", i).isFalse());
    }

    @Test
    void expectsOthersInARushAndNoLongerAfterIt() {
        IntStream.range(0, 3).forEach(i -> company.expected(i));
        assertThat(company.expected(3)).isTrue();
        assertThat(company.expected(1_000)).isFalse();
    }
}
