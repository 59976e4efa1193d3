package io.judgeflow.judge0;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads what an instance PUTs to a callback address. Judge0 1.13.1: the eight usual fields, always in base64. */
public final class CallbackReader {

    private final int outputLimit;

    /** @param outputLimit most bytes that are read of each text that a program left */
    public CallbackReader(int outputLimit) {
        this.outputLimit = outputLimit;
    }

    /**
     * How the run is doing; empty when it is nothing that Judge0 would say.
     *
     * @param memoryLimit of the run, in KiB; null where nobody says
     */
    public Optional<Report> read(byte[] body, @Nullable Integer memoryLimit) {
        try {
            return Optional.ofNullable(Answer.JSON.readValue(body, WireReport.class))
                    .map(report ->
                            report.token() == null ? null : report.about(report.token(), outputLimit, memoryLimit));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }
}
