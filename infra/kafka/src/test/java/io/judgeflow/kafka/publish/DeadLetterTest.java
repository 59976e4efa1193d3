package io.judgeflow.kafka.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.judgeflow.contracts.job.Origin;
import io.judgeflow.contracts.topic.Stage;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

class DeadLetterTest {

    private final ConsumerRecord<byte[], byte[]> received =
            new ConsumerRecord<>("judgeflow.verdicts", 3, 17, bytes("key"), bytes("{"));

    @Test
    void saysWhenceAndWhyAndIsAsItWasAgain() {
        received.headers().add("traceparent", bytes("00-1-2-00")).add("ce_id", null);
        var letter = read(DeadLetters.letter(received, Stage.SCORER, "malformed JSON", "judgeflow"), 8);
        assertThat(letter.topic()).isEqualTo("judgeflow.verdicts");
        assertThat(letter.from()).isEqualTo(new Origin(3, 17));
        assertThat(letter.stage()).isEqualTo("scorer");
        assertThat(letter.reason()).isEqualTo("malformed JSON");
        assertThat(letter.dropped()).isFalse();
        assertThat(letter.cameFrom()).isEmpty();

        var back = letter.asItWas(3);
        assertThat(back.topic()).isEqualTo("judgeflow.verdicts");
        assertThat(back.partition()).isEqualTo(3);
        assertThat(back.key()).isEqualTo(bytes("key"));
        assertThat(back.value()).isEqualTo(bytes("{"));
        assertThat(Arrays.stream(back.headers().toArray()).map(Header::key))
                .containsExactly("traceparent", "ce_id", "dl_emitted");
    }

    @Test
    void isKnownAgainWhenItDiesOnceMore() {
        var first = read(DeadLetters.letter(received, Stage.SCORER, "one", "judgeflow"), 8);
        var back = first.asItWas(null);
        var again = new ConsumerRecord<>(back.topic(), 3, 18, back.key(), back.value());
        back.headers().forEach(again.headers()::add);
        assertThat(DeadLetter.emittedFrom(again.headers())).contains(first.place());

        var second = read(DeadLetters.letter(again, Stage.SCORER, "two", "judgeflow"), 9);
        assertThat(second.cameFrom()).contains(first.place());
        assertThat(second.asItWas(null).headers().toArray())
                .filteredOn(header -> header.key().startsWith("dl_"))
                .singleElement()
                .satisfies(header -> assertThat(header.value()).isEqualTo(bytes("1:9")));
    }

    @Test
    void isReadWhoeverWroteIt() {
        var strange = new DeadLetter(new ConsumerRecord<>("judgeflow.dead-letters", 1, 1, null, null));
        assertThat(strange.topic()).isEmpty();
        assertThat(strange.from()).isEqualTo(new Origin(-1, -1));
        strange.record().headers().add("dl_partition", bytes("99999999999")).add("dl_offset", null);
        assertThat(strange.from()).isEqualTo(new Origin(-1, -1));
    }

    private static DeadLetter read(ProducerRecord<byte[], byte[]> sent, long offset) {
        var record = new ConsumerRecord<>(sent.topic(), 1, offset, sent.key(), sent.value());
        sent.headers().forEach(record.headers()::add);
        return new DeadLetter(record);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
