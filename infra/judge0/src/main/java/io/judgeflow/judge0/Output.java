package io.judgeflow.judge0;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Texts that programs printed, as Judge0 encodes them: base64 with a line feed after every 60 characters. */
final class Output {

    private Output() {}

    /** The text, at most this many bytes of it and then a marker; null for none. Bytes that are not UTF-8 are replaced. */
    static @Nullable String of(@Nullable String encoded, int limit) {
        if (encoded == null || encoded.isEmpty()) {
            return null;
        }
        var bytes = decode(encoded);
        if (bytes.length <= limit) {
            return bytes.length == 0 ? null : new String(bytes, StandardCharsets.UTF_8);
        }
        var end = limit;
        while (end > 0 && (bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8) + "\n[cut: " + bytes.length + " bytes in all]";
    }

    /** Whether the text has more bytes than that. */
    static boolean exceeds(@Nullable String encoded, int limit) {
        return encoded != null && encoded.length() > limit && decode(encoded).length > limit;
    }

    private static byte[] decode(String encoded) {
        try {
            return Base64.getMimeDecoder().decode(encoded);
        } catch (IllegalArgumentException notBase64) {
            return encoded.getBytes(StandardCharsets.UTF_8);
        }
    }
}
