package io.judgeflow.contracts.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void everyTopicHasAWriterAndAReaderAndANameOfItsOwn() {
        assertThat(Topics.all()).allSatisfy(topic -> {
            assertThat(topic.writers()).isNotEmpty();
            assertThat(topic.readers()).isNotEmpty();
        });
        assertThat(Topics.all()).extracting(Topic::base).doesNotHaveDuplicates();
    }

    @Test
    void namesADelayTopicAfterItsDelay() {
        assertThat(Topics.pending(Duration.ofMillis(250)).name("judgeflow")).isEqualTo("judgeflow.pending.250ms");
        assertThat(Topics.deferred(Duration.ofSeconds(30)).name("judgeflow"))
                .isEqualTo("judgeflow.submissions.deferred.30s");
    }

    @Test
    void staysOnTheLastRungOfALadder() {
        assertThat(Topics.PENDING.rung(0)).isEqualTo(Duration.ofMillis(100));
        assertThat(Topics.PENDING.rung(99)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void choosesTheLongestDelayThatIsNotTooLong() {
        assertThat(Topics.PENDING.atMost(Duration.ofMillis(700))).isEqualTo(Duration.ofMillis(500));
        assertThat(Topics.PENDING.atMost(Duration.ZERO)).isEqualTo(Duration.ofMillis(100));
    }
}
