package io.judgeflow.localjudge.submission;

import org.jspecify.annotations.Nullable;

/**
 * What few submissions have.
 *
 * @param compilerOptions shell words for the compiler
 * @param arguments shell words for the program
 * @param callbackUrl where to PUT the result
 * @param files a zip archive to unpack beside the source
 */
public record Extras(
        @Nullable String compilerOptions,
        @Nullable String arguments,
        @Nullable String callbackUrl,
        @Nullable RawText files) {

    public static final Extras NONE = new Extras(null, null, null, null);
}
