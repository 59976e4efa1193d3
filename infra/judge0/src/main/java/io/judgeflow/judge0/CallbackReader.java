package io.judgeflow.judge0;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads what an instance PUTs to a callback address. Judge0 1.13.1: the eight usual fields, always in base64. */
public final class CallbackReader {

    /**
     * Says in an address what the memory of its run is limited to, in KiB: Judge0 1.13.1 does not say it in a callback, and
     * who is called knows neither the job nor what the instance was configured with. Unsigned, as whoever knows the
     * address may send any report to it.
     */
    public static final String MEMORY_LIMIT = "memory_limit";

    private static final Pattern KIB = Pattern.compile("[1-9]\\d{0,8}");

    private final int outputLimit;

    /** @param outputLimit most bytes that are read of each text that a program left */
    public CallbackReader(int outputLimit) {
        this.outputLimit = outputLimit;
    }

    /**
     * How the run is doing; empty when it is nothing that Judge0 would say.
     *
     * @param memoryLimit as it stands in the address; null for an address that does not say
     */
    public Optional<Report> read(byte[] body, @Nullable String memoryLimit) {
        try {
            return Optional.ofNullable(Answer.JSON.readValue(body, WireReport.class))
                    .map(report -> report.token() == null
                            ? null
                            : report.about(report.token(), outputLimit, kib(memoryLimit)));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private static @Nullable Integer kib(@Nullable String text) {
        return text != null && KIB.matcher(text).matches() ? Integer.valueOf(text) : null;
    }
}
