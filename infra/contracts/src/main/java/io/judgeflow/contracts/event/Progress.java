package io.judgeflow.contracts.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A fact about a job under way. Facts may arrive twice, late, out of order, and from an attempt already replaced. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Progress.Dispatched.class, name = "dispatched"),
    @JsonSubTypes.Type(value = Progress.Processing.class, name = "processing"),
    @JsonSubTypes.Type(value = Progress.Judged.class, name = "judged"),
    @JsonSubTypes.Type(value = Progress.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = Progress.GaveUp.class, name = "gaveUp"),
    @JsonSubTypes.Type(value = Progress.Cancelled.class, name = "cancelled")
})
public sealed interface Progress extends JobEvent {

    /** Which attempt it belongs to, from 1. */
    int attempt();

    /** When it was seen. */
    Instant at();

    /** An instance took these tests; they may still be in its queue. */
    record Dispatched(int schemaVersion, JobId jobId, List<Integer> tests, int attempt, String instance, Instant at)
            implements Progress {
        public Dispatched {
            Schema.require(schemaVersion);
            require(jobId, at);
            Objects.requireNonNull(instance, "instance is missing");
            tests = List.copyOf(tests);
        }
    }

    /** The instance has started to run the test. */
    record Processing(int schemaVersion, JobId jobId, int test, int attempt, String instance, Instant at)
            implements Progress {
        public Processing {
            Schema.require(schemaVersion);
            require(jobId, at);
            Objects.requireNonNull(instance, "instance is missing");
        }
    }

    /**
     * The test ran to an end.
     *
     * @param times null when nothing is known of them
     */
    record Judged(
            int schemaVersion,
            JobId jobId,
            int test,
            int attempt,
            String instance,
            Verdict verdict,
            RunOutput output,
            Instant at,
            @Nullable RunTimes times)
            implements Progress {
        public Judged {
            Schema.require(schemaVersion);
            require(jobId, at);
            Objects.requireNonNull(instance, "instance is missing");
            Objects.requireNonNull(verdict, "verdict is missing");
            Objects.requireNonNull(output, "output is missing");
        }

        /** One of which no times are known. */
        public Judged(
                int schemaVersion,
                JobId jobId,
                int test,
                int attempt,
                String instance,
                Verdict verdict,
                RunOutput output,
                Instant at) {
            this(schemaVersion, jobId, test, attempt, instance, verdict, output, at, null);
        }

        /** The same with each text no longer than this many characters. */
        public Judged cut(int characters) {
            var cut = output.cut(characters);
            return new Judged(schemaVersion, jobId, test, attempt, instance, verdict, cut, at, times);
        }
    }

    /**
     * The job will not be run, by an instance's or our own decision, whatever its other tests do.
     *
     * @param instance who refused; null when no instance was asked
     * @param message the instance's own words where there are any
     */
    record Refused(
            int schemaVersion,
            JobId jobId,
            int attempt,
            @Nullable String instance,
            String message,
            Instant at) implements Progress {
        public Refused {
            Schema.require(schemaVersion);
            require(jobId, at);
        }
    }

    /** The job could not be judged within its patience. */
    record GaveUp(int schemaVersion, JobId jobId, int attempt, String message, Instant at) implements Progress {
        public GaveUp {
            Schema.require(schemaVersion);
            require(jobId, at);
        }
    }

    /** Nobody wants the job any more. It is of no attempt: what comes from any later changes nothing. */
    record Cancelled(int schemaVersion, JobId jobId, int attempt, Instant at) implements Progress {
        public Cancelled {
            Schema.require(schemaVersion);
            require(jobId, at);
        }

        /** Cancelled at this instant. */
        public static Cancelled of(JobId jobId, Instant at) {
            return new Cancelled(Schema.VERSION, jobId, 0, at);
        }
    }

    private static void require(JobId jobId, Instant at) {
        Objects.requireNonNull(jobId, "jobId is missing");
        Objects.requireNonNull(at, "at is missing");
    }
}
