package io.judgeflow.realtime.replication;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Messages of pgoutput, byte by byte. */
final class StreamBytes {

    static final int TABLE = 16385;
    static final int UUID = 2950;
    static final int TEXT = 25;
    static final int INT8 = 20;
    static final int OWN = 99999;

    private final ByteBuf bytes = Unpooled.buffer();

    /** Half past noon on New Year's Day of 2026, and 123 ms. */
    static ByteBuf begin() {
        return of('B').number(8, 77).number(8, 820_585_800_123_000L).number(4, 4_000_000_005L).bytes;
    }

    /** public.things: id uuid (the key), note text, size int8, mood of a type of its own. */
    static ByteBuf relation() {
        return of('R').number(4, TABLE)
                .text("public")
                .text("things")
                .letter('d')
                .number(2, 4)
                .column(1, "id", UUID)
                .column(0, "note", TEXT)
                .column(0, "size", INT8)
                .column(0, "mood", OWN)
                .bytes;
    }

    static ByteBuf type() {
        return of('Y').number(4, OWN).text("public").text("mood").bytes;
    }

    static ByteBuf insert(@Nullable String... values) {
        return of('I').number(4, TABLE).letter('N').row(values).bytes;
    }

    static ByteBuf update(@Nullable String... values) {
        return of('U').number(4, TABLE).letter('N').row(values).bytes;
    }

    static ByteBuf rename(String oldKey, @Nullable String... values) {
        return of('U').number(4, TABLE)
                .letter('K')
                .row(oldKey, null, null, null)
                .letter('N')
                .row(values)
                .bytes;
    }

    static ByteBuf delete(String key) {
        return of('D').number(4, TABLE).letter('K').row(key, null, null, null).bytes;
    }

    static ByteBuf other(char kind) {
        return of(kind).bytes;
    }

    private static StreamBytes of(char kind) {
        return new StreamBytes().letter(kind);
    }

    private StreamBytes letter(char letter) {
        bytes.writeByte(letter);
        return this;
    }

    private StreamBytes number(int size, long number) {
        for (int i = size - 1; i >= 0; i--) {
            bytes.writeByte((int) (number >> (8 * i)));
        }
        return this;
    }

    private StreamBytes text(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8)).writeByte(0);
        return this;
    }

    private StreamBytes column(int key, String name, int type) {
        return number(1, key).text(name).number(4, type).number(4, -1);
    }

    /** {@code ~} stands for a value that was left alone and not sent. */
    private StreamBytes row(@Nullable String... values) {
        number(2, values.length);
        for (var value : values) {
            if (value == null) {
                letter('n');
            } else if (value.equals("~")) {
                letter('u');
            } else {
                var text = value.getBytes(StandardCharsets.UTF_8);
                letter('t').number(4, text.length);
                bytes.writeBytes(text);
            }
        }
        return this;
    }
}
