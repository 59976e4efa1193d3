package io.judgeflow.kafka.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;

class DeadLettersTest {

    @Test
    void tellsOurOwnWords() {
        assertThat(DeadLetters.reason(new IllegalStateException("it is too late")))
                .isEqualTo("it is too late");
    }

    @Test
    void tellsOfOthersOnlyWhatAndWhereAsTheyMayQuote() {
        var quoting = catchThrowable(() -> Integer.parseInt("S3CRET"));
        assertThat(quoting).hasMessageContaining("S3CRET");
        assertThat(DeadLetters.reason(quoting))
                .startsWith("java.lang.NumberFormatException at io.judgeflow.kafka.publish.DeadLettersTest.")
                .doesNotContain("S3CRET");
    }
}
