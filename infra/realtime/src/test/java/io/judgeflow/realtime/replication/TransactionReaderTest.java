package io.judgeflow.realtime.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TransactionReaderTest {

    private final MessageDecoder decoder = new MessageDecoder();
    private final TransactionReader reader = new TransactionReader();

    @Test
    void readsAnInsertWithItsTableAndTheTimeOfItsCommit() {
        var change = last(StreamBytes.begin(), StreamBytes.relation(), StreamBytes.insert("7", "čau", null, "sad"));
        assertThat(change.kind()).isEqualTo(Change.Kind.INSERT);
        assertThat(change.committedAt()).isEqualTo(Instant.parse("2026-01-01T12:30:00.123Z"));
        assertThat(change.transaction()).isEqualTo(4_000_000_005L);
        assertThat(change.table().schema()).isEqualTo("public");
        assertThat(change.table().name()).isEqualTo("things");
        var row = new HashMap<>(Map.of("id", "7", "note", "čau", "mood", "sad"));
        row.put("size", null);
        assertThat(change.row()).isEqualTo(row);
        assertThat(change.old()).isEmpty();
    }

    @Test
    void knowsTheNamesOfTypes() {
        var change = last(StreamBytes.type(), StreamBytes.relation(), StreamBytes.insert("7", "a", "1", "sad"));
        assertThat(change.table().columns())
                .containsExactly(
                        new Column("id", "uuid", true),
                        new Column("note", "text", false),
                        new Column("size", "int8", false),
                        new Column("mood", "mood", false));
    }

    @Test
    void leavesOutWhatAnUpdateDidNotTouchOutOfLine() {
        var change = last(StreamBytes.relation(), StreamBytes.update("7", "~", "2", null));
        assertThat(change.kind()).isEqualTo(Change.Kind.UPDATE);
        assertThat(change.row()).containsOnlyKeys("id", "size", "mood");
        assertThat(change.old()).isEqualTo(Map.of("id", "7"));
    }

    @Test
    void knowsTheOldKeyWhereItChanged() {
        var change = last(StreamBytes.relation(), StreamBytes.rename("6", "7", "a", "2", null));
        assertThat(change.old()).isEqualTo(Map.of("id", "6"));
        assertThat(change.row()).containsEntry("id", "7");
    }

    @Test
    void knowsOnlyTheKeyOfWhatIsDeleted() {
        var change = last(StreamBytes.relation(), StreamBytes.delete("7"));
        assertThat(change.kind()).isEqualTo(Change.Kind.DELETE);
        assertThat(change.old()).isEqualTo(Map.of("id", "7"));
        assertThat(change.row()).isEmpty();
    }

    @Test
    void passesOverWhatItDoesNotKnow() {
        assertThat(reader.accept(decoder.decode(StreamBytes.other('T')))).isEmpty();
        assertThat(reader.accept(decoder.decode(StreamBytes.other('C')))).isEmpty();
        assertThat(reader.accept(decoder.decode(StreamBytes.other('O')))).isEmpty();
    }

    @Test
    void failsOnATableThatWasNotAnnounced() {
        var message = decoder.decode(StreamBytes.delete("7"));
        assertThatThrownBy(() -> reader.accept(message)).hasMessageContaining("was not announced");
    }

    @Test
    void failsOnAMessageThatIsCutShort() {
        var bytes = StreamBytes.insert("7", "a", "1", "sad");
        var cut = bytes.slice(0, bytes.readableBytes() - 1);
        assertThatThrownBy(() -> decoder.decode(cut)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private Change last(ByteBuf... messages) {
        return Stream.of(messages)
                .map(decoder::decode)
                .map(reader::accept)
                .flatMap(Optional::stream)
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
