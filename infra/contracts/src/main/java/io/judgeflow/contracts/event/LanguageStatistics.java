package io.judgeflow.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.judgeflow.contracts.job.Verdict;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * What became of the jobs of one language in one minute, as far as it is known; a later record of the same key replaces
 * an earlier one. A job is counted in the minute of its submission, and again, with its verdict, in that of its end.
 *
 * @param window the beginning of the minute
 * @param language the language without version, such as {@code python}, whatever the jobs called it
 * @param submissions jobs that were submitted
 * @param verdicts jobs that ended, by how
 * @param runTime processor time of the longest test of each job that ended
 * @param queueTime from submission to when an instance took the job, of each that ended
 * @param fallbacks tests of the jobs that ended that needed more than one attempt
 * @param instances tests of the jobs that ended, by the instance that judged them
 */
public record LanguageStatistics(
        int schemaVersion,
        Instant window,
        String language,
        long submissions,
        Map<Verdict, Long> verdicts,
        Distribution runTime,
        Distribution queueTime,
        long fallbacks,
        Map<String, Long> instances) {

    public LanguageStatistics {
        Schema.require(schemaVersion);
        Objects.requireNonNull(window, "window is missing");
        Objects.requireNonNull(language, "language is missing");
        Objects.requireNonNull(runTime, "runTime is missing");
        Objects.requireNonNull(queueTime, "queueTime is missing");
        verdicts = Map.copyOf(verdicts);
        instances = Map.copyOf(instances);
    }

    /** The record's key. */
    @JsonIgnore
    public String key() {
        return window + "/" + language;
    }
}
