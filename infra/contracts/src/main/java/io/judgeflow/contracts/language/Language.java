package io.judgeflow.contracts.language;

import java.util.Objects;

/**
 * A language as one Judge0 instance lists it. An id means nothing on another instance.
 *
 * @param id what a submission carries as {@code language_id}
 * @param name for example {@code Python (3.8.1)} or {@code C++ (GCC 9.2.0)}
 */
public record Language(int id, String name) {

    /** Rejects a language without a name. */
    public Language {
        Objects.requireNonNull(name, "name");
    }
}
