package io.judgeflow.localjudge.submission;

import io.judgeflow.localjudge.language.Language;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a submission asks for, after validation.
 *
 * @param stdin null is an empty input
 * @param expectedOutput null means that nothing is compared
 */
public record Task(
        RawText source,
        @Nullable RawText stdin,
        @Nullable RawText expectedOutput,
        Language language,
        Limits limits,
        Set<Flag> flags,
        Extras extras) {

    public Task {
        flags = Set.copyOf(flags);
    }

    /** About how many bytes it holds in memory. */
    long weight() {
        return length(source) + length(stdin) + length(expectedOutput) + length(extras.files());
    }

    private static long length(@Nullable RawText text) {
        return text == null ? 0 : text.latin1().length();
    }
}
