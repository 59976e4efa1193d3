package io.judgeflow.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text that the user named. JSON carries no bytes that are not UTF-8; sent as something else they would be a lie. */
final class TextFile {

    private TextFile() {}

    /** @param file or {@code -} for what is piped in */
    static String read(Path file) {
        try {
            var bytes = file.toString().equals("-") ? System.in.readAllBytes() : Files.readAllBytes(file);
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new Failure(Exit.REFUSED, file + " is not text in UTF-8.");
        } catch (IOException e) {
            throw new Failure(Exit.REFUSED, file + " cannot be read.");
        }
    }
}
