package io.judgeflow.admin.letters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Origin;
import io.judgeflow.contracts.topic.Stage;
import io.judgeflow.contracts.topic.Topic;
import io.judgeflow.contracts.topic.Topics;
import io.judgeflow.kafka.publish.DeadLetter;
import io.judgeflow.kafka.publish.DeadLetters;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FateTest {

    private static final JobId JOB = JobId.of("0193582c-7d40-7cc1-8c1e-5f0b8c1e7a51");
    private static final Past NOTHING = new Past(Set.of(), Set.of());

    static Stream<Topic<?, ?>> topics() {
        return Topics.all().stream();
    }

    /** Those whose reader has a group, takes a fact twice and in any order, and is no database. */
    @ParameterizedTest
    @MethodSource("topics")
    void goesBackOnlyWhereAFactMayComeTwice(Topic<?, ?> topic) {
        var back = topic.base().startsWith("submissions")
                || topic.base().startsWith("pending")
                || topic.base().equals("verdicts");
        assertThat(Fate.of(letter(topic.name("p"), "why"), "p", NOTHING))
                .isInstanceOf(back ? Fate.Emitted.class : Fate.Refused.class);
    }

    @Test
    void staysWhenItComesFromATopicThatIsNotOurs() {
        for (var topic :
                new String[] {"", "submissions", "q.submissions", "p.submissions.deferred.7s", "__consumer_offsets"}) {
            assertThat(Fate.of(letter(topic, "why"), "p", NOTHING)).isInstanceOf(Fate.Refused.class);
        }
    }

    @Test
    void staysWhenItsValueIsNotThere() {
        var letter = letter("p.submissions", "language is missing; too large to be kept here");
        assertThat(Fate.of(letter, "p", NOTHING))
                .isInstanceOfSatisfying(
                        Fate.Refused.class,
                        refused -> assertThat(refused.reason()).contains("p.submissions 1:17"));
    }

    @Test
    void goesBackOnce() {
        var letter = letter("p.submissions", "why");
        assertThat(Fate.of(letter, "p", new Past(Set.of(letter.place()), Set.of())))
                .isEqualTo(new Fate.Before());
        assertThat(Fate.of(letter, "p", new Past(Set.of(new Origin(4, 6)), Set.of())))
                .isEqualTo(new Fate.Emitted());
    }

    @Test
    void beginsNoJobThatHasEnded() {
        var past = new Past(Set.of(), Set.of(JOB));
        assertThat(Fate.of(letter("p.submissions", "why"), "p", past)).isInstanceOf(Fate.Refused.class);
        assertThat(Fate.of(letter("p.verdicts", "why"), "p", past)).isEqualTo(new Fate.Emitted());
    }

    private static DeadLetter letter(String topic, String reason) {
        var record = new ConsumerRecord<>(topic, 1, 17, JOB.toString().getBytes(UTF_8), new byte[3]);
        var sent = DeadLetters.letter(record, Stage.SUBMITTER, reason, "p");
        var read = new ConsumerRecord<>(sent.topic(), 4, 5, sent.key(), sent.value());
        sent.headers().forEach(read.headers()::add);
        return new DeadLetter(read);
    }
}
