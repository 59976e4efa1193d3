package io.judgeflow.localjudge.judging;

import io.judgeflow.localjudge.sandbox.Box;
import io.judgeflow.localjudge.submission.RawText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Additional files of a submission: a zip archive. Judge0 1.13.1: existing files are kept, and an archive that cannot be
 * read is no error, its files are just missing.
 */
final class Archive {

    /** Judge0's {@code MAX_EXTRACT_SIZE}; here for all files together. */
    private static final int MAX_BYTES = 10_240 * 1024;

    private static final Logger log = LoggerFactory.getLogger(Archive.class);

    private Archive() {}

    static void unpack(@Nullable RawText archive, Box box) {
        if (archive == null) {
            return;
        }
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive.bytes()))) {
            int left = MAX_BYTES;
            for (ZipEntry entry = zip.getNextEntry(); entry != null && left > 0; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    var content = zip.readNBytes(left);
                    left -= content.length;
                    box.put(entry.getName(), content);
                }
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            log.debug("Additional files could not be unpacked", unreadable);
        }
    }
}
