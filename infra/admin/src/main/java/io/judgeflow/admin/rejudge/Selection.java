package io.judgeflow.admin.rejudge;

import io.judgeflow.contracts.event.JobSubmitted;
import io.judgeflow.contracts.job.JobId;
import io.judgeflow.contracts.job.ProblemId;
import io.judgeflow.contracts.job.Verdict;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which jobs are meant. Each option may be repeated: any of its values will do, but of every option one. */
final class Selection {

    @Option(
            names = "--since",
            required = true,
            paramLabel = "TIME",
            description = "Submitted no earlier: a time such as 2026-11-27T18:00:00Z, or how long ago: 90m, 2h, 1d.")
    @SuppressWarnings("NullAway.Init")
    private Instant since;

    @Option(names = "--until", paramLabel = "TIME", description = "Submitted earlier than this. (now)")
    private @Nullable Instant until;

    @Option(names = "--problem", paramLabel = "ID", description = "Answers to this problem.")
    private Set<ProblemId> problems = new HashSet<>();

    @Option(names = "--user", paramLabel = "ID", description = "Of this user.")
    private Set<String> users = new HashSet<>();

    @Option(names = "--language", paramLabel = "NAME", description = "In this language, as it was submitted.")
    private Set<String> languages = new HashSet<>();

    @Option(names = "--verdict", paramLabel = "NAME", description = "That ended so, such as wrong_answer.")
    private Set<Verdict> verdicts = new HashSet<>();

    @Option(names = "--job", paramLabel = "ID", description = "This one.")
    private Set<JobId> jobs = new HashSet<>();

    Instant since() {
        return since;
    }

    @Nullable
    Instant until() {
        return until;
    }

    Set<Verdict> verdicts() {
        return verdicts;
    }

    Set<ProblemId> problems() {
        return problems;
    }

    /** Whether a submission is meant, but for how it ended. What was itself a rejudging never is: its original is there. */
    boolean takes(JobSubmitted job) {
        return job.rejudgeOf() == null
                && (problems.isEmpty() || (job.problem() != null && problems.contains(job.problem())))
                && (users.isEmpty() || (job.userId() != null && users.contains(job.userId())))
                && (languages.isEmpty() || languages.stream().anyMatch(job.language()::equalsIgnoreCase))
                && (jobs.isEmpty() || jobs.contains(job.jobId()));
    }
}
